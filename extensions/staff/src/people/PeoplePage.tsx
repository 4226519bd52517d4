import { useState } from 'react';
import { text } from '@corelab/ui';
import { AccessPart } from '../access/AccessPart.js';
import { isOne, useRoom } from '../frame/room.js';
import { AccountsPart } from './AccountsPart.js';
import { TrialPeoplePart } from './TrialPeoplePart.js';

type Part = 'trial' | 'access' | 'accounts' | 'accessOfAll';

/** Who is what in the trial; for an administrator of the installation the accounts; and who may do what, to be reviewed. */
export function PeoplePage() {
  const room = useRoom();
  const { session, trial } = room;
  const parts: readonly (readonly [Part, string])[] = [
    ...(trial === null ? [] : ([['trial', text('people.ofTrial', { trial: trial.id })]] as const)),
    ...(trial !== null && isOne(room, 'admin', 'auditor')
      ? ([['access', text('access.ofTrial', { trial: trial.id })]] as const)
      : []),
    ...(session.administrator
      ? ([
          ['accounts', text('people.accounts')],
          ['accessOfAll', text('access.ofAll')],
        ] as const)
      : []),
  ];
  const [chosen, setPart] = useState<Part | null>(null);
  const part = parts.find(([id]) => id === chosen)?.[0] ?? parts[0]?.[0] ?? 'trial';
  const choice =
    parts.length < 2 ? null : (
      <div className="cl-row">
        {parts.map(([id, label]) => (
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
  switch (part) {
    case 'accounts':
      return <AccountsPart choice={choice} />;
    case 'accessOfAll':
      return (
        <AccessPart
          key="all"
          choice={choice}
          trial={null}
        />
      );
    case 'access':
      return (
        <AccessPart
          key={trial?.id}
          choice={choice}
          trial={trial?.id ?? null}
        />
      );
    case 'trial':
      return <TrialPeoplePart choice={choice} />;
  }
}
