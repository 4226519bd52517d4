import { useSyncExternalStore } from 'react';
import { SignBar, SignedBar, SignSheet, text } from '@corelab/ui';
import { signatureTime } from '../case/announceSave.js';
import type { GlobalReadStore } from './globalReadStore.js';

export interface SignGlobalReadProps {
  store: GlobalReadStore;
  /** Printed name of who signs. */
  name: string;
  onOpen(readId: string): void;
  onNext(): void;
}

/** Bottom of the panel: the timepoints that are still read again, the sheet, then the signature and the way on. */
export function SignGlobalRead({ store, name, onOpen, onNext }: SignGlobalReadProps) {
  const { context, sheet, sending, error } = useSyncExternalStore(
    store.subscribe,
    store.getSnapshot
  );
  const { signature, timepoints, meanings } = context;
  if (signature !== null) {
    return (
      <SignedBar
        name={signature.name}
        at={signatureTime(signature.at, signature.zone)}
        meaning={signature.meaning}
        hash={signature.hash}
        onNext={onNext}
      />
    );
  }
  const open = timepoints.filter(({ state }) => state !== 'signed');
  return (
    <>
      {sheet.kind === 'sign' ? (
        <SignSheet
          timepoint={text('global.title')}
          content={text('global.signContent', {
            timepoints: timepoints.length,
            changed: timepoints.filter(({ reason }) => reason !== null).length,
          })}
          name={name}
          meanings={meanings}
          error={error}
          sending={sending}
          onSign={(password, meaning) => void store.sign(password, meaning)}
          onCancel={() => store.open({ kind: 'none' })}
        />
      ) : null}
      <SignBar
        timepoint={text('global.title')}
        open={open.length}
        saved
        onGo={() => {
          const [first] = open;
          if (first !== undefined) onOpen(first.readId);
        }}
        onOpen={() => store.open({ kind: 'sign' })}
      />
    </>
  );
}
