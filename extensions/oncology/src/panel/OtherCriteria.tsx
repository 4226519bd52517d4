import { lesionProgress } from '@corelab/reads';
import { text } from '@corelab/ui';
import { criterionName, type OtherAssessment } from '../case/assessRead.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { mayShowDerived } from '../lesions/responseState.js';

/** What a line may say: a category is one of complete reads alone. */
function sentence({ assessment }: OtherAssessment, complete: boolean): string {
  if (!assessment.ok) return text('response.notComputable', { reason: assessment.reason });
  return complete ? (assessment.current.overall ?? text('response.none')) : text('response.open');
}

/** The response by each other criterion of the trial, a line each, where derived values may be shown. */
export function OtherCriteria({ store, snapshot }: { store: CaseStore; snapshot: CaseSnapshot }) {
  const { document, others } = snapshot;
  const { context } = store;
  const shown = mayShowDerived(context, document, snapshot.signature !== null);
  if (others.length === 0 || context.baseline || !shown) {
    return null;
  }
  const { done, of } = lesionProgress(document.lesions);
  return (
    <section
      className="cl-section"
      aria-label={text('response.others')}
    >
      {others.map(other => (
        <p
          key={other.criterion}
          className="cl-row"
          data-criterion={other.criterion}
        >
          <span className="cl-caption">{criterionName(other.criterion)}</span>
          <b className="cl-grow">{sentence(other, done === of)}</b>
          <button
            type="button"
            className="cl-button cl-button-quiet"
            aria-label={text('response.howBy', { criterion: criterionName(other.criterion) })}
            onClick={() => store.open(`derivation:${other.criterion}`)}
          >
            {text('response.how')}
          </button>
        </p>
      ))}
    </section>
  );
}
