import { useState } from 'react';
import { text } from '@corelab/ui';
import { mayDecide, useProblemsOf, useUnlocks } from './decisions.js';
import { useTrialRoom } from '../frame/room.js';
import { AskUnlockForm } from './AskUnlockForm.js';
import { GiveForm } from './GiveForm.js';
import { LetStandForm } from './LetStandForm.js';
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
  const [open, setOpen] = useState<'give' | 'unlock' | 'stand' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const unlocks = useUnlocks();
  const problems = useProblemsOf(subject);
  const state = place.readState ?? '';
  const unlock = unlocks.data?.unlocks.find(one => one.readId === readId);
  const flagged = problems.data?.problems.filter(one => one.readId === readId) ?? [];
  const isRead = place.task === 'read';
  const mayGive = isRead && givable.includes(state) && !place.opened;
  const mayStand = !isRead && state === 'impactPending';
  const mayAsk = signed.includes(state) && unlocks.isSuccess && unlock === undefined;
  const done = (sentence: string): void => {
    setOpen(null);
    setSaid(sentence);
  };
  const shared = { readId, timepoint, onDone: done, onCancel: () => setOpen(null) };
  const offers: readonly (readonly [Exclude<typeof open, null>, string])[] = [
    ...(mayGive
      ? [['give', text(place.reader === null ? 'decide.give' : 'decide.move')] as const]
      : []),
    ...(mayStand ? [['stand', text('decide.stand')] as const] : []),
    ...(mayAsk ? [['unlock', text('decide.unlock')] as const] : []),
  ];
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
          task={isRead ? 'read' : 'adjudication'}
          slot={place.slot ?? ''}
        />
      ) : null}
      {open === 'stand' ? (
        <LetStandForm
          adjudicationId={readId}
          onDone={done}
          onCancel={shared.onCancel}
        />
      ) : null}
      {open === null && offers.length > 0 ? (
        <div className="cl-row">
          {offers.map(([act, label]) => (
            <button
              key={act}
              type="button"
              className="cl-button"
              onClick={() => {
                setSaid(null);
                setOpen(act);
              }}
            >
              {label}
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** What a data manager can do about one read or adjudication: give it, let it stand, have it opened again, answer. */
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
