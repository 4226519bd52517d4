import { LockBar, SignBar, SignedBar, SignSheet, text } from '@corelab/ui';
import { signatureTime } from '../case/announceSave.js';
import { openSignSheet, type AdjudicationCommands } from './adjudicationActions.js';
import type { AdjudicationPart } from './AdjudicationPanel.js';
import { choiceText, reasonLine } from './decisionConflict.js';

/** Bottom of the panel: what is left, the sheet, then the signature and the way on. */
export function SignDecision({
  store,
  snapshot,
  commands,
}: AdjudicationPart & { commands: AdjudicationCommands }) {
  const { signature, sheet, signing, draft, document, openItems, held } = snapshot;
  const { adjudication } = store;
  if (signature !== null) {
    return (
      <SignedBar
        name={signature.name}
        at={signatureTime(signature.at, signature.zone)}
        meaning={signature.meaning}
        hash={signature.hash}
        onNext={commands.nextCase}
      />
    );
  }
  const { lock } = store;
  if (lock !== null && lock !== 'signed') {
    return (
      <LockBar
        lock={lock}
        sentence={text(`adj.lock.${lock}`)}
      />
    );
  }
  if (adjudication.mode === 'thirdRead') return null;
  return (
    <>
      {sheet === 'sign' ? (
        <SignSheet
          timepoint={text('adj.decision')}
          content={text('adj.signContent', {
            subject: adjudication.subjectCode,
            choice: choiceText(adjudication, document),
            reason: reasonLine(document),
          })}
          name={store.session.name}
          meanings={adjudication.meanings}
          error={signing.error}
          sending={signing.sending}
          onSign={(password, meaning) => void store.sign(password, meaning)}
          onCancel={() => store.open('none')}
        />
      ) : null}
      <SignBar
        timepoint={text('adj.decision')}
        open={openItems.length + (held === null ? 0 : 1)}
        saved={draft.state === 'saved'}
        {...(draft.state === 'offline'
          ? { unsaved: text('signing.offlineWait', { count: draft.pending }) }
          : {})}
        onGo={() => openSignSheet(store)}
        onOpen={() => openSignSheet(store)}
      />
    </>
  );
}
