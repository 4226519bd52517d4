import type { SideName } from '@corelab/adjudication';
import { text } from '@corelab/ui';
import type { AdjudicationStore } from './adjudicationStore.js';
import { timepointLabel } from '../compared/timepointNames.js';

/** How the criterion comes to one read's responses, timepoint by timepoint, in place of the lists. */
export function ReadDerivation({ store, side }: { store: AdjudicationStore; side: SideName }) {
  const { adjudication } = store;
  const rated = adjudication.sides[side].output.timepoints.filter(({ trace }) => trace.length > 0);
  return (
    <section
      className="cl-section"
      aria-label={text(`adj.derivation.${side}`)}
      data-derivation={side}
    >
      <div className="cl-row">
        <h2 className="cl-heading cl-grow">{text(`adj.derivation.${side}`)}</h2>
        <button
          type="button"
          className="cl-button"
          onClick={() => store.open('none')}
        >
          {text('adj.back')} <kbd className="cl-key">Esc</kbd>
        </button>
      </div>
      {rated.length === 0 ? <p>{text('derivation.empty')}</p> : null}
      {rated.map(({ id, trace }) => (
        <div key={id}>
          <h3 className="cl-caption">{timepointLabel(adjudication, id)}</h3>
          <ol className="cl-steps">
            {trace.map((step, index) => (
              <li key={`${step.rule} ${index}`}>
                <p className="cl-numbers">{step.text}</p>
                <p className="cl-second">
                  {text('derivation.rule', { rule: step.rule })} · {step.source}
                </p>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
