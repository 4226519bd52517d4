import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { instantText } from '../parts/instantText.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SideSheet } from '../parts/SideSheet.js';
import { AbsencesPart } from './AbsencesPart.js';
import { ConflictsPart } from './ConflictsPart.js';
import { GrantForm } from './GrantForm.js';
import { QualificationsPart } from './QualificationsPart.js';
import { roleName } from '@corelab/extension-trial';
import { OwnTokens } from './TokensPart.js';
import type { Person } from './TrialPeoplePart.js';

type Grant = Person['roles'][number];

function GrantLine({ person, grant }: { person: Person; grant: Grant }) {
  const room = useTrialRoom();
  const { server, trial } = room;
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const end = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/roles/end', {
        path: { trial: trial.id },
        body: { user: person.user, role: grant.role as 'reader', reason },
      }),
    onSuccess: async () => {
      setEnding(false);
      await queries.invalidateQueries({ queryKey: ['people', trial.id] });
    },
  });
  const { endedAt, grantedBy, reason } = grant;
  return (
    <li className="cl-form">
      <span className={endedAt === null ? 'cl-medium' : 'cl-second'}>
        {roleName(grant.role)}
        {grant.sites.length === 0 ? '' : ` (${grant.sites.join(', ')})`}
      </span>
      <span className="cl-second">
        {grantedBy === null
          ? text('people.grantedPlain', { date: instantText(grant.grantedAt) })
          : text('people.granted', {
              date: instantText(grant.grantedAt),
              by: grantedBy,
              reason: reason ?? '',
            })}
      </span>
      {endedAt === null ? null : (
        <span className="cl-second">
          {text('people.ended', {
            date: instantText(endedAt),
            by: grant.endedBy ?? '',
            reason: grant.endReason ?? '',
          })}
        </span>
      )}
      {endedAt === null && isOne(room, 'admin') ? (
        ending ? (
          <ReasonForm
            act={text('people.endButton', { role: roleName(grant.role), user: person.user })}
            busy={end.isPending}
            error={end.error}
            onAct={why => end.mutate(why)}
            onCancel={() => setEnding(false)}
          />
        ) : (
          <button
            type="button"
            className="cl-button"
            onClick={() => setEnding(true)}
          >
            {text('people.end')}
          </button>
        )
      ) : null}
    </li>
  );
}

/** What a person is and was in the trial, and what they have on record. */
export function PersonSheet({ person, onClose }: { person: Person; onClose(): void }) {
  const room = useTrialRoom();
  const [granting, setGranting] = useState(false);
  return (
    <SideSheet
      title={`${person.name} (${person.user})`}
      onClose={onClose}
    >
      <ul className="cl-list cl-form">
        {person.roles.map(grant => (
          <GrantLine
            key={`${grant.role} ${grant.grantedAt}`}
            person={person}
            grant={grant}
          />
        ))}
      </ul>
      {granting ? (
        <GrantForm
          user={person.user}
          onDone={() => setGranting(false)}
        />
      ) : isOne(room, 'admin') ? (
        <button
          type="button"
          className="cl-button"
          onClick={() => setGranting(true)}
        >
          {text('people.grant')}
        </button>
      ) : null}
      <QualificationsPart user={person.user} />
      {isOne(room, 'admin', 'dataManager') ? (
        <>
          <AbsencesPart user={person.user} />
          <ConflictsPart user={person.user} />
        </>
      ) : null}
      {person.user === room.session.user ? <OwnTokens /> : null}
    </SideSheet>
  );
}
