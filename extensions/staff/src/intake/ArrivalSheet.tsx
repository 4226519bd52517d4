import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SideSheet } from '../parts/SideSheet.js';
import { CorrectForm } from './CorrectForm.js';
import { CorrectionList } from './CorrectionList.js';
import { DeliveryList } from './DeliveryList.js';
import {
  actName,
  arrivalStateName,
  howName,
  type Arrival,
  type IntakeSummary,
  type Sheet,
} from './intakeWords.js';
import { MatchForm } from './MatchForm.js';
import { reasonText } from './reasonText.js';
import { SeriesTable } from './SeriesTable.js';

type Act = 'match' | 'refuse' | 'again' | 'correct';

const said = (value: string | null): string => value ?? text('intake.notSaid');

function Facts({ arrival }: { arrival: Arrival }) {
  const { place, subject, site, timepoint, acquisitionDate, arrivedAt, source } = arrival;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [text('intake.state'), arrivalStateName(arrival)],
    ...(place === null
      ? []
      : ([
          [
            text('intake.sheet.place'),
            text('intake.sheet.placed', {
              subject: place.subject,
              timepoint: place.timepoints.join(', '),
            }),
          ],
        ] as const)),
    [
      text('intake.sheet.said'),
      [
        `${text('intake.subject')} ${said(subject)}`,
        `${text('intake.site')} ${said(site)}`,
        `${text('intake.timepoint')} ${said(timepoint)}`,
      ].join(', '),
    ],
    [text('intake.date'), said(place?.date ?? acquisitionDate)],
    [text('intake.arrived'), instantText(arrivedAt)],
    [text('intake.how'), howName(source)],
  ];
  return (
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
  );
}

/** What was decided of it by hand, and what was not. */
function Decided({ arrival }: { arrival: Arrival }) {
  const { decidedBy, authority, reason, apart } = arrival;
  return (
    <>
      {decidedBy === null ? null : (
        <p>
          {authority === null
            ? text('intake.sheet.decided', { by: decidedBy, reason: reason ?? '' })
            : text('intake.sheet.decidedOn', { by: decidedBy, authority, reason: reason ?? '' })}
        </p>
      )}
      {apart === 0 ? null : <p className="cl-stop">{text('intake.apartOf', { count: apart })}</p>}
    </>
  );
}

function WhyWaiting({ arrival }: { arrival: Arrival }) {
  if (arrival.state !== 'waiting') return null;
  return (
    <section>
      <h3 className="cl-caption">{text('intake.sheet.why')}</h3>
      <ul className="cl-list cl-attention">
        {arrival.reasons.map(reason => (
          <li key={reason}>{reasonText(reason)}</li>
        ))}
      </ul>
    </section>
  );
}

function History({ history }: Pick<Sheet, 'history'>) {
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('intake.sheet.history')}</h3>
      {history.length === 0 ? <p className="cl-second">{text('intake.sheet.noHistory')}</p> : null}
      <ol className="cl-list cl-history">
        {history.toReversed().map(({ at, act, by }, place) => (
          <li key={history.length - place}>
            <div>{actName(act)}</div>
            <span className="cl-second">
              {by === null
                ? text('intake.sheet.doneByServer', { at: instantText(at) })
                : text('intake.sheet.doneBy', { at: instantText(at), by })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const beginnings: Readonly<Record<string, readonly Act[]>> = {
  waiting: ['match', 'refuse'],
  refused: ['again'],
  matched: ['correct'],
};

interface ActsProps {
  sheet: Sheet;
  summary: IntakeSummary | null;
  onDone(said: string): void;
}

/** What a data manager can do with a study, one thing at a time. */
function Acts({ sheet, summary, onDone }: ActsProps) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const { arrival } = sheet;
  const [doing, setDoing] = useState<Act | null>(null);
  const done = (words: string): void => {
    setDoing(null);
    onDone(words);
    void queries.invalidateQueries({ queryKey: ['intake', trial.id] });
  };
  const decide = useMutation({
    mutationFn: (reason: string) => {
      const given = { path: { trial: trial.id, id: arrival.id }, body: { reason } };
      return doing === 'again'
        ? server.post('/api/admin/trials/{trial}/arrivals/{id}/take-up-again', given)
        : server.post('/api/admin/trials/{trial}/arrivals/{id}/refuse', given);
    },
    onSuccess: () => done(''),
  });
  const cancel = (): void => {
    setDoing(null);
    decide.reset();
  };
  if (doing === 'match') {
    return (
      <MatchForm
        arrival={arrival}
        summary={summary}
        onDone={done}
        onCancel={cancel}
      />
    );
  }
  if (doing === 'correct') {
    return (
      <CorrectForm
        sheet={sheet}
        summary={summary}
        onDone={done}
        onCancel={cancel}
      />
    );
  }
  if (doing !== null) {
    return (
      <>
        {doing === 'refuse' ? <p>{text('intake.refuse.effect')}</p> : null}
        <ReasonForm
          act={text(doing === 'refuse' ? 'intake.refuse.act' : 'intake.again.act')}
          busy={decide.isPending}
          error={decide.error}
          onAct={reason => decide.mutate(reason)}
          onCancel={cancel}
        />
      </>
    );
  }
  return (
    <div className="cl-row">
      {(beginnings[arrival.state] ?? []).map((act, place) => (
        <button
          key={act}
          type="button"
          className={place === 0 ? 'cl-button cl-button-primary' : 'cl-button'}
          onClick={() => setDoing(act)}
        >
          {text(`intake.${act}.begin`)}
        </button>
      ))}
    </div>
  );
}

const titleOf = ({ place, subject }: Arrival): string => {
  if (place !== null) {
    return text('intake.sheet.placed', {
      subject: place.subject,
      timepoint: place.timepoints.join(', '),
    });
  }
  return subject === null ? text('intake.sheet.study') : text('intake.sheet.studyOf', { subject });
};

export interface ArrivalSheetProps {
  id: string;
  summary: IntakeSummary | null;
  onClose(): void;
}

/** One study beside the list: what it says, where it belongs, its series, its deliveries, and what can be done. */
export function ArrivalSheet({ id, summary, onClose }: ArrivalSheetProps) {
  const room = useTrialRoom();
  const { server, trial } = room;
  const [done, setDone] = useState('');
  const sheet = useQuery({
    queryKey: ['intake', trial.id, 'study', id],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/arrivals/{id}', { path: { trial: trial.id, id } }),
  });
  const { data } = sheet;
  return (
    <SideSheet
      // The title is what the focus goes to when it opens; it does not come back when the place becomes known.
      title={data === undefined ? text('room.loading') : titleOf(data.arrival)}
      onClose={onClose}
    >
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
        {done}
      </p>
      {data === undefined ? null : (
        <>
          <WhyWaiting arrival={data.arrival} />
          <Decided arrival={data.arrival} />
          {isOne(room, 'dataManager') ? (
            <Acts
              // Of another state other things can be done.
              key={data.arrival.state}
              sheet={data}
              summary={summary}
              onDone={setDone}
            />
          ) : null}
          <Facts arrival={data.arrival} />
          <SeriesTable sheet={data} />
          {data.arrival.place === null ? null : <CorrectionList exam={data.arrival.place.exam} />}
          <DeliveryList deliveries={data.deliveries} />
          <History history={data.history} />
        </>
      )}
    </SideSheet>
  );
}
