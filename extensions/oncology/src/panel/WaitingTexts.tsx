import type { TextPlace } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { goToWaiting } from '../keys/caseActions.js';
import type { HeldText } from '../typed/heldText.js';
import { waitingAt } from '../typed/waitingAt.js';
import { Act } from './Act.js';

interface WaitingProps {
  store: CaseStore;
  snapshot: CaseSnapshot;
}

function Line({ store, snapshot, held }: WaitingProps & { held: HeldText<TextPlace> }) {
  const waiting = waitingAt(snapshot.document, held);
  if (waiting === null) return null;
  return (
    <div
      className="cl-row"
      data-waiting={held.place}
    >
      <p className="cl-grow cl-stop">{waiting.sentence}</p>
      {waiting.lesion === null ? null : (
        <Act
          name="waiting"
          label={text('identity.go')}
          onPress={() => goToWaiting(store, waiting)}
        />
      )}
    </div>
  );
}

/** Texts that were not kept, wherever the reader is: each with the way back to its field. */
export function WaitingTexts({ store, snapshot }: WaitingProps) {
  if (snapshot.held.length === 0) return null;
  return (
    <div
      className="cl-section"
      role="status"
    >
      {snapshot.held.map(held => (
        <Line
          key={held.place}
          store={store}
          snapshot={snapshot}
          held={held}
        />
      ))}
    </div>
  );
}
