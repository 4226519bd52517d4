import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { instantText } from '../parts/instantText.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SideSheet } from '../parts/SideSheet.js';
import { AuthorityForm } from './AuthorityForm.js';
import { FileList } from './FileList.js';
import { howName, placeText, quarantineStateName, type QuarantineGroup } from './intakeWords.js';
import { causeText } from './reasonText.js';

interface ActsProps {
  group: QuarantineGroup;
  onDone(said: string): void;
}

/** Lets a group in or refuses it. */
function Acts({ group, onDone }: ActsProps) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'release' | 'refuse' | null>(null);
  const { images: count, receipt, studyUid: study, causes } = group;
  const path = { trial: trial.id };
  const settle = (words: string): void => {
    onDone(words);
    void queries.invalidateQueries({ queryKey: ['intake', trial.id] });
  };
  // Where one image fails, those before it are decided: the lists say how it is now.
  const onError = () => void queries.invalidateQueries({ queryKey: ['intake', trial.id] });
  const release = useMutation({
    mutationFn: (said: { readonly authority: string; readonly reason: string }) =>
      server.post('/api/admin/trials/{trial}/quarantine/groups/release', {
        path,
        body: { receipt, study, ...said },
      }),
    onSuccess: ({ images }) => settle(text('intake.apart.releasedDone', { count: images })),
    onError,
  });
  const refuse = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/quarantine/groups/refuse', {
        path,
        body: { receipt, study, reason },
      }),
    onSuccess: ({ images }) => settle(text('intake.apart.refusedDone', { count: images })),
    onError,
  });
  if (doing === 'release') {
    return (
      <AuthorityForm
        act={text('intake.apart.releaseAct', { count })}
        ready
        busy={release.isPending}
        error={release.error}
        onAct={said => release.mutate(said)}
        onCancel={() => setDoing(null)}
      >
        {causes.includes('identity') ? (
          <p className="cl-stop">{text('intake.apart.identityWarning')}</p>
        ) : null}
        <p>{text('intake.apart.releaseEffect')}</p>
      </AuthorityForm>
    );
  }
  if (doing === 'refuse') {
    return (
      <>
        <p>{text('intake.apart.refuseEffect')}</p>
        <ReasonForm
          act={text('intake.apart.refuseAct', { count })}
          busy={refuse.isPending}
          error={refuse.error}
          onAct={reason => refuse.mutate(reason)}
          onCancel={() => setDoing(null)}
        />
      </>
    );
  }
  return (
    <div className="cl-row">
      <button
        type="button"
        className="cl-button"
        onClick={() => setDoing('release')}
      >
        {text('intake.apart.release')}
      </button>
      <button
        type="button"
        className="cl-button"
        onClick={() => setDoing('refuse')}
      >
        {text('intake.apart.refuse')}
      </button>
    </div>
  );
}

function Decided({ group }: { group: QuarantineGroup }) {
  const { decidedBy: by, authority, reason } = group;
  if (by === null) return null;
  const said = { by, reason: reason ?? '' };
  return (
    <p>
      {authority === null
        ? text('intake.sheet.decided', said)
        : text('intake.sheet.decidedOn', { ...said, authority })}
    </p>
  );
}

export interface ApartSheetProps {
  group: QuarantineGroup;
  onClose(): void;
}

/** Images of one study and delivery that are kept apart: why, whose they may be, their hashes, and the decision. */
export function ApartSheet({ group, onClose }: ApartSheetProps) {
  const room = useTrialRoom();
  const [done, setDone] = useState<string | null>(null);
  const { causes, attributes, refusals, state, arrivedAt, deliveredBy, source, images, series } =
    group;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [text('intake.state'), quarantineStateName(state)],
    [text('intake.images'), text('intake.sheet.imagesOf', { count: images })],
    [text('intake.series'), String(series)],
    [text('intake.apart.study'), placeText(group)],
    [text('intake.arrived'), instantText(arrivedAt)],
    [text('intake.how'), howName(source)],
    [text('intake.by'), deliveredBy ?? text('intake.deliveries.nobody')],
    ...(group.decidedAt === null
      ? []
      : ([[text('intake.apart.decidedAt'), instantText(group.decidedAt)]] as const)),
  ];
  return (
    <SideSheet
      title={text('intake.apart.title')}
      onClose={onClose}
    >
      <ul className="cl-list cl-attention">
        {causes.map(cause => (
          <li key={cause}>{causeText(cause, attributes)}</li>
        ))}
        {refusals.map(refusal => (
          <li key={refusal}>{refusal}</li>
        ))}
      </ul>
      <Decided group={group} />
      <p
        role="status"
        className="cl-ok"
      >
        {done ?? ''}
      </p>
      {done === null && state === 'quarantined' && isOne(room, 'dataManager') ? (
        <Acts
          group={group}
          onDone={setDone}
        />
      ) : null}
      <dl className="cl-facts">
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="cl-contents"
          >
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="cl-second cl-uid">{group.studyUid}</p>
      <section className="cl-form">
        <h3 className="cl-caption">{text('intake.sheet.receipts')}</h3>
        <p className="cl-second cl-uid">{text('intake.sheet.receipt', { id: group.receipt })}</p>
        <FileList
          receipt={group.receipt}
          study={group.studyUid}
        />
      </section>
    </SideSheet>
  );
}
