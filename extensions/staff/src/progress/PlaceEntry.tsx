import type { ReactNode } from 'react';
import { text } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { roleName } from '@corelab/extension-trial';
import { readStateName } from './progressWords.js';
import { reasonText } from './reasonText.js';
import { looks, type Sheet } from './standings.js';

export type Place = Sheet['timepoints'][number]['places'][number];

const nextText = (needs: string): string =>
  needs === 'system'
    ? text('progress.needs.system')
    : text('progress.needs.role', { role: roleName(needs) });

function Due({ due, late }: Place) {
  if (due === null) return text('progress.noDue');
  return late ? (
    <span className="cl-attention">{text('progress.dueLate', { date: due })}</span>
  ) : (
    due
  );
}

function ReadFacts({ place }: { place: Place }) {
  const { since, reader } = place;
  return (
    <dl className="cl-facts">
      <dt>{text('progress.since')}</dt>
      <dd>{since === null ? text('progress.sincePlanned') : instantText(since)}</dd>
      <dt>{text('progress.person')}</dt>
      <dd>{reader === null ? text('progress.nobody') : reader.user}</dd>
      <dt>{text('progress.due')}</dt>
      <dd>
        <Due {...place} />
      </dd>
    </dl>
  );
}

export interface PlaceEntryProps {
  place: Place;
  /** Whether the slot has several parts, so that the part is named. */
  component: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}

/** One slot's read: its state since when, whose, due when, and why it does not go on. */
export function PlaceEntry({ place, component, children }: PlaceEntryProps) {
  const { slot, readState, standing, reasons } = place;
  const name =
    slot === null
      ? text('progress.images')
      : component
        ? text('progress.slotOf', { slot, component: place.component })
        : slot;
  return (
    <li className="cl-place">
      <div className="cl-row">
        <span className="cl-medium">{name}</span>
        <span className={`cl-${looks[standing].colour}`}>
          {readState === null ? text(`progress.standing.${standing}`) : readStateName(readState)}
        </span>
      </div>
      {slot === null || standing === 'notExpected' ? null : readState === null ? (
        <p className="cl-second">{text('progress.noRead')}</p>
      ) : (
        <ReadFacts place={place} />
      )}
      {reasons.length === 0 ? null : (
        <ul
          className="cl-list cl-why"
          aria-label={text('progress.why')}
        >
          {reasons.map(reason => (
            <li key={reason.key}>
              <p>{reasonText(reason)}</p>
              <p className="cl-second">{nextText(reason.needs)}</p>
            </li>
          ))}
        </ul>
      )}
      {children}
    </li>
  );
}
