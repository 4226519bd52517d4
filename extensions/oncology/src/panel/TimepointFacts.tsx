import { setTimepointFact, type TimepointFact } from '@corelab/reads';
import { text, type TextKey } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { factsAsked } from '../lesions/factsAsked.js';

const labels: Readonly<Record<TimepointFact, TextKey>> = {
  ntFurther: 'facts.ntFurther',
  nlntFurther: 'facts.nlntFurther',
  newSymptom: 'facts.newSymptom',
};

/** Yes/no questions that a criterion of the trial asks; no answer is given by the program, and one can be taken back. */
export function TimepointFacts({ store, snapshot }: { store: CaseStore; snapshot: CaseSnapshot }) {
  const { document } = snapshot;
  const asked = factsAsked(store.context, snapshot);
  if (asked.length === 0) {
    return null;
  }
  return (
    <section
      className="cl-section"
      aria-label={text('facts.title')}
    >
      <h2 className="cl-heading">{text('facts.title')}</h2>
      {asked.map(fact => (
        <div
          key={fact}
          className="cl-row cl-wrap"
          role="group"
          aria-label={text(labels[fact])}
          data-fact={fact}
        >
          <span className="cl-second cl-grow">{text(labels[fact])}</span>
          {[true, false].map(answer => (
            <button
              key={String(answer)}
              type="button"
              className="cl-button"
              aria-pressed={document[fact] === answer}
              disabled={store.locked}
              onClick={() =>
                store.edit(text('edit.fact'), before =>
                  setTimepointFact(before, fact, before[fact] === answer ? null : answer)
                )
              }
            >
              {text(answer ? 'facts.yes' : 'facts.no')}
            </button>
          ))}
        </div>
      ))}
    </section>
  );
}
