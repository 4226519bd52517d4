import { StateIcon, text } from '@corelab/ui';
import type { AdjudicationPart } from './AdjudicationPanel.js';
import { sideNames } from './decisionEdits.js';
import { ReadToggle } from '../compared/ReadToggle.js';
import { outcomeRows } from './outcomeRows.js';

/** What both reads come to, side by side; what sent them here is marked in words and by a shape. */
export function OutcomeTable(part: AdjudicationPart) {
  const rows = outcomeRows(part.store.adjudication);
  return (
    <table className="cl-outcome">
      <caption className="cl-spoken">{text('adj.outcome')}</caption>
      <thead>
        <tr>
          <td />
          {sideNames.map(side => (
            <th
              key={side}
              scope="col"
            >
              <ReadToggle
                side={side}
                shown={part.snapshot.shown[side] === true}
                onToggle={() => part.store.toggle(side)}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, cells, fired }) => (
          <tr
            key={key}
            data-outcome={key.trim()}
            data-fired={fired}
          >
            <th scope="row">
              {label}
              {fired ? (
                <span className="cl-fired">
                  <StateIcon icon="warning" /> {text('adj.fired')}
                </span>
              ) : null}
            </th>
            {sideNames.map(side => (
              <td
                key={side}
                className={fired ? 'cl-medium' : undefined}
              >
                {cells[side]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
