import type { ReadContext } from '@corelab/client';
import { text, type ConflictChoice } from '@corelab/ui';
import type { CaseSaving } from './caseSaving.js';
import { mergeChosen } from './conflict.js';
import { deriveSnapshot } from './deriveSnapshot.js';
import type { EditSteps } from './editSteps.js';
import { parsedDocument } from './loadCase.js';
import type { ShownCase } from './shownCase.js';

/** Takes the reader's choices between this window's draft and the server's; nothing without a conflict. */
export function resolveConflict(
  { shown, steps, saving }: { shown: ShownCase; steps: EditSteps; saving: CaseSaving },
  context: ReadContext,
  choices: ReadonlyMap<string, ConflictChoice>
): void {
  const { server } = shown.now.draft;
  if (server === null) {
    return;
  }
  const theirs = parsedDocument(server.document, "the server's draft");
  const mine = steps.document;
  const merged = mergeChosen(mine, theirs, choices);
  steps.push(text('conflict.take'), merged);
  saving.keep(steps.history);
  shown.set(deriveSnapshot(context, steps.history));
  saving.resolve(merged, mine);
}
