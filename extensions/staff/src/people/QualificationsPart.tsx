import { useMutation, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import { qualificationName } from '../progress/progressWords.js';
import { QualificationForm } from './QualificationForm.js';
import { RecordSection, useRecordChanged } from './RecordSection.js';
import { roleName } from '@corelab/extension-trial';

type Answer = AnswerOf<'/api/admin/trials/{trial}/qualifications', 'get'>;
type Qualification = Answer['qualifications'][number];
type Missing = Answer['missing'][number];

function nameOf({ kind, charterVersion, date }: Qualification): string {
  const name = qualificationName(kind);
  return charterVersion === null
    ? name
    : text('people.qualificationVersion', { kind: name, version: charterVersion, date });
}

const validText = ({ date, expiry }: Qualification): string =>
  expiry === null
    ? text('people.validFrom', { date })
    : text('people.validUntil', { date, expiry });

const documentText = ({ documentHash: hash }: Qualification): string =>
  hash === null
    ? text('people.noDocument')
    : text('people.document', { hash: `${hash.slice(0, 12)}…` });

function missingText({ kind, role, expired, charterVersion: version }: Missing): string {
  const who = roleName(role);
  if (kind === 'charterTraining') {
    return expired === null
      ? text('people.missingVersion', { version, role: who })
      : text('people.missingVersionExpired', { version, role: who, date: expired });
  }
  const what = { kind: qualificationName(kind), role: who };
  return expired === null
    ? text('people.missingFor', what)
    : text('people.missingExpired', { ...what, date: expired });
}

function WithdrawForm({ one, onDone }: { one: Qualification; onDone(): void }) {
  const { server, trial } = useTrialRoom();
  const changed = useRecordChanged('qualifications');
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/qualifications/{id}/withdraw', {
        path: { trial: trial.id, id: one.id },
        body: { reason },
      }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  const { user, kind } = one;
  return (
    <ActForm
      act={text('people.withdrawButton', { kind: qualificationName(kind), user })}
      effect={text('people.withdrawEffect', { user })}
      busy={withdraw.isPending}
      error={withdraw.error}
      onAct={({ reason }) => withdraw.mutate(reason)}
      onCancel={onDone}
    />
  );
}

function Entry({ one, mayWithdraw }: { one: Qualification; mayWithdraw: boolean }) {
  const { documentHash: hash, withdrawnAt } = one;
  return (
    <>
      <span className="cl-medium">{nameOf(one)}</span>
      <span>{validText(one)}</span>
      <span
        className="cl-second"
        title={hash ?? undefined}
      >
        {documentText(one)},{' '}
        {text('people.recordedBy', { date: instantText(one.grantedAt), by: one.grantedBy })}
      </span>
      {withdrawnAt === null ? null : (
        <span>
          {text('people.withdrawn', {
            date: instantText(withdrawnAt),
            reason: one.withdrawReason ?? '',
          })}
        </span>
      )}
      {mayWithdraw && withdrawnAt === null ? (
        <OpenAct label={text('people.withdraw')}>
          {close => (
            <WithdrawForm
              one={one}
              onDone={close}
            />
          )}
        </OpenAct>
      ) : null}
    </>
  );
}

function MissingList({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0) return <p className="cl-ok">{text('people.nothingMissing')}</p>;
  return (
    <div className="cl-why">
      <p className="cl-medium cl-attention">{text('people.missing')}</p>
      <ul className="cl-list">
        {missing.map(one => (
          <li key={`${one.role} ${one.kind}`}>{missingText(one)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What a person has on record in the trial, and what they lack for the roles they have. */
export function QualificationsPart({ user }: { user: string }) {
  const room = useTrialRoom();
  const { server, trial, session } = room;
  const answer = useQuery({
    queryKey: ['qualifications', trial.id, user],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/qualifications', {
        path: { trial: trial.id },
        query: { user },
      }),
  });
  const all = answer.data?.qualifications ?? [];
  const missing = answer.data?.missing;
  const records = isOne(room, 'admin', 'trainer');
  return (
    <RecordSection
      title={text('people.qualifications')}
      answer={answer}
      current={all.filter(({ withdrawnAt }) => withdrawnAt === null)}
      earlier={all.filter(({ withdrawnAt }) => withdrawnAt !== null)}
      none={text('people.noQualifications')}
      entry={one => (
        <Entry
          one={one}
          mayWithdraw={records}
        />
      )}
    >
      {missing === undefined ? null : <MissingList missing={missing} />}
      {records && user === session.user ? (
        <p className="cl-second">{text('people.ownQualification')}</p>
      ) : null}
      {records && user !== session.user && missing !== undefined ? (
        <OpenAct label={text('people.addQualification')}>
          {close => (
            <QualificationForm
              user={user}
              version={missing[0]?.charterVersion ?? null}
              onDone={close}
            />
          )}
        </OpenAct>
      ) : null}
    </RecordSection>
  );
}
