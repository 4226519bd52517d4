import { text } from '@corelab/ui';
import { nextLesionId } from '@corelab/reads';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { locationName } from './locationNames.js';

/** What the reader can do next: what was just said, else what a drawing becomes. */
export function promptOf(
  store: CaseStore,
  { prompt, armed, document, sheet }: CaseSnapshot
): string | null {
  const merging = sheet === 'merge' ? store.selectedLesion : null;
  if (merging !== null) {
    return text('prompt.merging', { lesion: merging.id });
  }
  if (prompt !== null || armed === null) {
    return prompt;
  }
  if (armed.kind === 'add') {
    return text('prompt.adding', {
      lesion: nextLesionId(document.lesions, armed.role),
      role: text(`role.${armed.role}`),
    });
  }
  const lesion = store.lesion(armed.trackingUid);
  if (lesion === null) {
    return null;
  }
  const values = {
    lesion: lesion.id,
    location: locationName(lesion.location, lesion.laterality),
  };
  if (lesion.splitFrom !== null && lesion.role === 'target') {
    return text('prompt.part', { ...values, parent: lesion.splitFrom });
  }
  const keys = {
    target: 'prompt.measure',
    'non-target': 'prompt.judge',
    new: 'prompt.judgeNew',
  } as const;
  return text(keys[lesion.role], values);
}
