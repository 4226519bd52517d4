import {
  setNonTargetJudgement,
  type NonTargetJudgement as Judgement,
  type ReadDocument,
} from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';

const judgements: readonly Judgement[] = ['CR', 'NON-CR/NON-PD', 'PD', 'NE'];

/** The reader's overall call on the non-targets; never filled in by the program. */
export function NonTargetJudgement({
  store,
  document,
}: {
  store: CaseStore;
  document: ReadDocument;
}) {
  if (!document.lesions.some(({ role }) => role === 'non-target')) {
    return null;
  }
  return (
    <section
      className="cl-section cl-row cl-wrap"
      aria-label={text('judgement.label')}
    >
      <span className="cl-second">{text('judgement.label')}</span>
      {judgements.map(judgement => (
        <button
          key={judgement}
          type="button"
          className="cl-button"
          aria-pressed={document.nonTargetJudgement === judgement}
          disabled={store.locked}
          onClick={() =>
            store.edit(text('edit.judgement'), before => setNonTargetJudgement(before, judgement))
          }
        >
          {judgement}
        </button>
      ))}
    </section>
  );
}
