import { StateIcon, text } from '@corelab/ui';
import type { SideName } from '@corelab/adjudication';
import type { AdjudicationPart } from './AdjudicationPanel.js';
import { sideNames } from './decisionEdits.js';
import { LineSample } from './LineSample.js';
import { outcomeRows } from './outcomeRows.js';

function SideButton({ store, snapshot, side }: AdjudicationPart & { side: SideName }) {
  const shown = snapshot.shown[side];
  return (
    <button
      type="button"
      className="cl-button cl-side-button"
      aria-pressed={shown}
      title={text(shown ? `adj.hide.${side}` : `adj.show.${side}`)}
      data-side={side}
      onClick={() => store.toggle(side)}
    >
      <LineSample side={side} />
      <span className={`cl-read-${side}-text`}>{text(`adj.readName.${side}`)}</span>
      <kbd className="cl-key">{side.toUpperCase()}</kbd>
    </button>
  );
}

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
              <SideButton
                {...part}
                side={side}
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
