import { useState } from 'react';
import { text } from '@corelab/ui';
import { OpenAct } from '../parts/OpenAct.js';
import type { Place } from './PlaceEntry.js';
import { ReplaceForm } from './ReplaceForm.js';
import type { Sheet } from './standings.js';

interface SlotReader {
  readonly slot: string;
  readonly user: string;
  /** Of the last read they have. */
  readonly readId: string;
  /** Something of it was opened: another person does not get it without replacing them. */
  readonly begun: boolean;
}

const untouched = ['waiting', 'ready', 'assigned'];

const isBegun = ({ opened, readState }: Place): boolean =>
  opened || (readState !== null && !untouched.includes(readState));

/** Who reads a subject, by slot. */
export function slotReaders({
  timepoints,
  whole,
}: Pick<Sheet, 'timepoints' | 'whole'>): SlotReader[] {
  // Whoever decides is no reader to be replaced.
  const places = [...timepoints.flatMap(timepoint => timepoint.places), ...whole].filter(
    ({ task }) => task !== 'adjudication'
  );
  const slots = [...new Set(places.flatMap(({ slot }) => slot ?? []))].sort();
  return slots.flatMap(slot => {
    const own = places.filter(place => place.slot === slot);
    const last = own.findLast(({ reader, readId }) => reader !== null && readId !== null);
    if (last === undefined || last.reader === null || last.readId === null) return [];
    return [{ slot, user: last.reader.user, readId: last.readId, begun: own.some(isBegun) }];
  });
}

/** Who reads the subject in each slot; whoever has begun can be replaced. */
export function ReadersSection({ subject, sheet }: { subject: string; sheet: Sheet }) {
  const [said, setSaid] = useState<string | null>(null);
  const readers = slotReaders(sheet);
  if (readers.length === 0) return null;
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('decide.readers')}</h3>
      {said === null ? null : (
        <p
          role="status"
          className="cl-ok"
        >
          {said}
        </p>
      )}
      <ul className="cl-list cl-form">
        {readers.map(({ slot, user, readId, begun }) => (
          <li
            key={slot}
            className="cl-entry"
          >
            <span>{text('decide.reads', { slot, user })}</span>
            {begun ? (
              <OpenAct label={text('decide.replace', { user })}>
                {close => (
                  <ReplaceForm
                    {...{ subject, slot, readId }}
                    from={user}
                    onDone={sentence => {
                      close();
                      setSaid(sentence);
                    }}
                    onCancel={close}
                  />
                )}
              </OpenAct>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
