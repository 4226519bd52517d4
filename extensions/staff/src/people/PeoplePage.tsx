import { useState } from 'react';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { AccountsPart } from './AccountsPart.js';
import { TrialPeoplePart } from './TrialPeoplePart.js';

/** Who is what in the trial; for an administrator of the installation the accounts as well. */
export function PeoplePage() {
  const { session, trial } = useRoom();
  const [part, setPart] = useState<'trial' | 'accounts'>(trial === null ? 'accounts' : 'trial');
  const both = trial !== null && session.administrator;
  const choices = both
    ? ([
        ['trial', text('people.ofTrial', { trial: trial.id })],
        ['accounts', text('people.accounts')],
      ] as const)
    : [];
  const choice =
    choices.length === 0 ? null : (
      <div className="cl-row">
        {choices.map(([id, label]) => (
          <button
            key={id}
            type="button"
            className="cl-button"
            aria-pressed={part === id}
            onClick={() => setPart(id)}
          >
            {label}
          </button>
        ))}
      </div>
    );
  return part === 'accounts' && session.administrator ? (
    <AccountsPart choice={choice} />
  ) : (
    <TrialPeoplePart choice={choice} />
  );
}
