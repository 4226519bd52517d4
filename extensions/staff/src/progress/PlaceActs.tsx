import { useState } from 'react';
import { text } from '@corelab/ui';
import { mayDecide, useProblemsOf, useUnlocks } from './decisions.js';
import { useTrialRoom } from '../frame/room.js';
import { AskUnlockForm } from './AskUnlockForm.js';
import { GiveForm } from './GiveForm.js';
import type { Place } from './PlaceEntry.js';
import { ProblemEntry } from './ProblemEntry.js';
import { UnlockEntry } from './UnlockEntry.js';

/** States in which nobody has worked on a read. */
const givable = ['waiting', 'ready', 'assigned'];
const signed = ['signed', 'impactPending'];

export interface PlaceActsProps {
  subject: string;
  /** Label of the timepoint. */
  timepoint: string;
  place: Place;
}

function Acts({ subject, timepoint, place, readId }: PlaceActsProps & { readId: string }) {
  const [open, setOpen] = useState<'give' | 'unlock' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const unlocks = useUnlocks();
  const problems = useProblemsOf(subject);
  const state = place.readState ?? '';
  const unlock = unlocks.data?.unlocks.find(one => one.readId === readId);
  const flagged = problems.data?.problems.filter(one => one.readId === readId) ?? [];
  const isRead = place.task === 'read';
  const mayGive = isRead && givable.includes(state) && !place.opened;
  const mayAsk = isRead && signed.includes(state) && unlocks.isSuccess && unlock === undefined;
  const done = (sentence: string): void => {
    setOpen(null);
    setSaid(sentence);
  };
  const shared = { readId, timepoint, onDone: done, onCancel: () => setOpen(null) };
  const label = mayGive
    ? text(place.reader === null ? 'decide.give' : 'decide.move')
    : mayAsk
      ? text('decide.unlock')
      : null;
  return (
    <>
      {flagged.map(problem => (
        <ProblemEntry
          key={problem.id}
          problem={problem}
          onDone={done}
        />
      ))}
      {unlock === undefined ? null : (
        <>
          <p className="cl-attention">{text('decide.second')}</p>
          <UnlockEntry
            unlock={unlock}
            onDone={done}
          />
        </>
      )}
      {said === null ? null : (
        <p
          role="status"
          className="cl-ok"
        >
          {said}
        </p>
      )}
      {open === 'give' ? (
        <GiveForm
          {...shared}
          subject={subject}
          place={place}
        />
      ) : null}
      {open === 'unlock' ? (
        <AskUnlockForm
          {...shared}
          slot={place.slot ?? ''}
        />
      ) : null}
      {open === null && label !== null ? (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            onClick={() => {
              setSaid(null);
              setOpen(mayGive ? 'give' : 'unlock');
            }}
          >
            {label}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** What a data manager can do about one read: give it, have it opened again, answer its reader. */
export function PlaceActs(props: PlaceActsProps) {
  const room = useTrialRoom();
  const { readId } = props.place;
  if (readId === null || !mayDecide(room)) return null;
  return (
    <Acts
      {...props}
      readId={readId}
    />
  );
}
