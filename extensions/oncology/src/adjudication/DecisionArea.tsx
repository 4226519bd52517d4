import { decisionReasons, type DecisionReason, type SideName } from '@corelab/adjudication';
import { Field, StateIcon, text } from '@corelab/ui';
import { choose } from './adjudicationActions.js';
import type { AdjudicationPart } from './AdjudicationPanel.js';
import { chosenRead, setReasonCode, setReasonText, sideAt, sideNames } from './decisionEdits.js';
import { heldWords } from '../typed/heldWords.js';
import { LineSample } from '../compared/LineSample.js';
import { readNames } from '../compared/comparedReads.js';
import { timepointLabel } from '../compared/timepointNames.js';

interface ChoiceProps extends AdjudicationPart {
  side: SideName;
  chosen: boolean;
  label: string;
  keys: string | null;
  /** Null for a whole read. */
  timepoint: string | null;
}

/** A choice that says by shape, word and outline that it was taken. */
function ChoiceButton({ store, side, chosen, label, keys, timepoint }: ChoiceProps) {
  return (
    <button
      type="button"
      className="cl-button cl-choose"
      aria-pressed={chosen}
      aria-disabled={store.locked ? true : undefined}
      data-choose={timepoint === null ? side : `${side} ${timepoint}`}
      onClick={() => choose(store, side, timepoint)}
    >
      {chosen ? <StateIcon icon="done" /> : <LineSample side={side} />}
      {label}
      {keys === null ? null : <kbd className="cl-key">{keys}</kbd>}
    </button>
  );
}

function WholeRead(part: AdjudicationPart) {
  const chosen = chosenRead(part.snapshot.document);
  return (
    <div
      className="cl-row"
      role="group"
      aria-label={text('adj.choice')}
    >
      {sideNames.map(side => (
        <ChoiceButton
          key={side}
          {...part}
          side={side}
          chosen={chosen === side}
          label={text(chosen === side ? `adj.chosen.${side}` : `adj.choose.${side}`)}
          keys={`Shift+${readNames[side]}`}
          timepoint={null}
        />
      ))}
    </div>
  );
}

function EachTimepoint(part: AdjudicationPart) {
  const { store, snapshot } = part;
  const { adjudication } = store;
  return (
    <table className="cl-by-timepoint">
      <caption className="cl-spoken">{text('adj.choice')}</caption>
      <tbody>
        {adjudication.case.comparison.timepoints.map(id => (
          <tr
            key={id}
            data-decides={id}
            className={snapshot.timepoint === id ? 'cl-selected' : undefined}
          >
            <th scope="row">{timepointLabel(adjudication, id)}</th>
            {sideNames.map(side => {
              const chosen = sideAt(snapshot.document, id) === side;
              return (
                <td key={side}>
                  <ChoiceButton
                    {...part}
                    side={side}
                    chosen={chosen}
                    label={text(chosen ? `adj.chosen.${side}` : `adj.readName.${side}`)}
                    keys={snapshot.timepoint === id ? `Shift+${readNames[side]}` : null}
                    timepoint={id}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reason({ store, snapshot }: AdjudicationPart) {
  const { reason } = snapshot.document;
  const held = snapshot.held ?? undefined;
  const take = (words: string): void => {
    if (words === reason.text) store.texts.drop();
    else store.edit(text('adj.edit.reason'), document => setReasonText(document, words));
  };
  return (
    <div className="cl-reason">
      <label className="cl-field">
        <span className="cl-label">{text('adj.reasonLabel')}</span>
        <select
          className="cl-input"
          value={reason.code ?? ''}
          disabled={store.locked}
          data-reason="code"
          onChange={({ target }) => {
            const code = target.value === '' ? null : (target.value as DecisionReason);
            store.edit(text('adj.edit.reason'), document => setReasonCode(document, code));
          }}
        >
          <option value="">{text('adj.chooseReason')}</option>
          {decisionReasons.map(code => (
            <option
              key={code}
              value={code}
            >
              {text(`adj.reason.${code}`)}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={text('adj.reasonText')}
        value={held?.text ?? reason.text}
        multiline
        disabled={store.locked}
        held={heldWords(held, {
          insist: () => store.texts.insist(),
          drop: () => store.texts.drop(),
          take,
        })}
        onCommit={take}
      />
    </div>
  );
}

/** The choice between the reads and what it rests on; each act is saved at once. */
export function DecisionArea(part: AdjudicationPart) {
  const { mode } = part.store.adjudication;
  return (
    <section
      className="cl-decision"
      aria-label={text('adj.decisionTitle')}
      data-mode={mode}
    >
      {mode === 'selectRead' ? <WholeRead {...part} /> : null}
      {mode === 'perTimepoint' ? <EachTimepoint {...part} /> : null}
      {mode === 'thirdRead' ? <p>{text('adj.thirdRead')}</p> : <Reason {...part} />}
    </section>
  );
}
