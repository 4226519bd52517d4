import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import { SideSheet } from '../parts/SideSheet.js';
import { FactForm } from './FactForm.js';
import { contentText, factName, type Kind, type SubjectFacts, type Version } from './factWords.js';
import { PlanView, readsText } from './PlanView.js';

type SubjectFact = SubjectFacts[number];

function VersionLines({ kind, version }: { kind: string; version: Version }) {
  const { withdrawn, source, file, reason, touched, at, by } = version;
  return (
    <>
      <div className={withdrawn ? 'cl-second' : 'cl-medium'}>
        {withdrawn ? text('clinical.withdrawn') : contentText(kind, version)}
      </div>
      <div className="cl-second">
        {text('clinical.versionOf', { version: version.version, at: instantText(at), by })}
      </div>
      <div className="cl-second">
        {file === null
          ? text('clinical.fromHand', { reason: reason ?? '' })
          : text('clinical.fromFile', { source, file })}
      </div>
      {touched.length === 0 ? null : (
        <div className="cl-attention">
          {text('clinical.touched', { reads: readsText(touched) })}
        </div>
      )}
    </>
  );
}

interface WithdrawProps {
  version: Version;
  onDone(): void;
  onCancel(): void;
}

/** Takes a fact back, once what that touches has been looked at. */
function Withdraw({ version, onDone, onCancel }: WithdrawProps) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const url = '/api/admin/trials/{trial}/facts/{id}/withdraw';
  const path = { trial: trial.id, id: version.id };
  const look = useMutation({
    mutationFn: (reason: string) => server.post(url, { path, body: { reason, preview: true } }),
  });
  const withdraw = useMutation({
    mutationFn: (body: { readonly reason: string; readonly tag: string }) =>
      server.post(url, { path, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['facts', trial.id] });
      onDone();
    },
  });
  const plan = look.data;
  return (
    <ActForm
      act={text(plan === undefined ? 'clinical.form.look' : 'clinical.form.withdraw')}
      effect={text('clinical.form.withdrawEffect')}
      busy={look.isPending || withdraw.isPending}
      error={look.error ?? withdraw.error}
      onAct={({ reason }) =>
        plan === undefined ? look.mutate(reason) : withdraw.mutate({ reason, tag: plan.tag })
      }
      onCancel={onCancel}
    >
      {plan === undefined ? null : (
        <PlanView
          plan={plan}
          ofOne
        />
      )}
    </ActForm>
  );
}

interface EntryProps {
  fact: SubjectFact;
  subject: string;
  kinds: readonly Kind[];
  keeps: boolean;
  onDone(): void;
}

function FactEntry({ fact, subject, kinds, keeps, onDone }: EntryProps) {
  const [doing, setDoing] = useState<'correct' | 'withdraw' | null>(null);
  const [now, ...earlier] = fact.versions;
  if (now === undefined) return null;
  const done = (): void => {
    setDoing(null);
    onDone();
  };
  const cancel = (): void => setDoing(null);
  return (
    <li className="cl-entry cl-record">
      <h3 className="cl-caption">{factName(fact)}</h3>
      <VersionLines
        kind={fact.kind}
        version={now}
      />
      {!keeps || now.withdrawn || doing !== null ? null : (
        <div className="cl-row">
          {(['correct', 'withdraw'] as const).map(act => (
            <button
              key={act}
              type="button"
              className="cl-button"
              onClick={() => setDoing(act)}
            >
              {text(`clinical.${act}`)}
            </button>
          ))}
        </div>
      )}
      {doing === 'correct' ? (
        <FactForm
          kinds={kinds}
          subject={subject}
          corrected={{ kind: fact.kind, name: fact.name, version: now }}
          onDone={done}
          onCancel={cancel}
        />
      ) : null}
      {doing === 'withdraw' ? (
        <Withdraw
          version={now}
          onDone={done}
          onCancel={cancel}
        />
      ) : null}
      {earlier.length === 0 ? null : (
        <details className="cl-second">
          <summary>{text('clinical.earlier', { count: earlier.length })}</summary>
          <ol className="cl-list cl-form cl-earlier">
            {earlier.map(version => (
              <li key={version.id}>
                <VersionLines
                  kind={fact.kind}
                  version={version}
                />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

/** One subject's facts beside the list, each with its versions, and what can be done. */
export function SubjectSheet({ subject, onClose }: { subject: string; onClose(): void }) {
  const { server, trial } = useTrialRoom();
  const [said, setSaid] = useState('');
  const sheet = useQuery({
    queryKey: ['facts', trial.id, 'subject', subject],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/facts/subjects/{subject}', {
        path: { trial: trial.id, subject },
      }),
  });
  const { data } = sheet;
  const done = (): void => setSaid(text('clinical.form.done'));
  return (
    <SideSheet
      title={text('clinical.sheet', { subject })}
      onClose={onClose}
    >
      {sheet.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {sheet.isError ? (
        <ErrorLine
          reason={sheet.error}
          onRetry={() => void sheet.refetch()}
        />
      ) : null}
      <p
        role="status"
        className="cl-ok"
      >
        {said}
      </p>
      {data === undefined ? null : (
        <>
          {data.keeps && data.kinds.length > 0 ? (
            <OpenAct label={text('clinical.enter')}>
              {close => (
                <FactForm
                  kinds={data.kinds}
                  subject={subject}
                  onDone={() => {
                    close();
                    done();
                  }}
                  onCancel={close}
                />
              )}
            </OpenAct>
          ) : null}
          {data.facts.length === 0 ? (
            <p className="cl-second">{text('clinical.sheetNone')}</p>
          ) : (
            <ul className="cl-list cl-form">
              {data.facts.map(fact => (
                <FactEntry
                  // A new version begins without what was done with the one before.
                  key={fact.versions[0]?.id ?? ''}
                  fact={fact}
                  subject={subject}
                  kinds={data.kinds}
                  keeps={data.keeps}
                  onDone={done}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </SideSheet>
  );
}
