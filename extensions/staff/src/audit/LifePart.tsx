import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import type { PartProps } from './AuditPage.js';
import { auditKey, fileAddress, paths, type FoundSubject, type Life } from './auditData.js';
import { noFilter } from './auditPlace.js';
import {
  actKinds,
  actName,
  kindName,
  kindOf,
  localText,
  momentText,
  rolesText,
  whoText,
  type ShownKind,
} from './auditWords.js';
import { DifferenceTable } from './DifferenceTable.js';
import { SubjectFinder } from './SubjectFinder.js';

type ReadNamed = Pick<Life['read'], 'timepoint' | 'slot' | 'version' | 'track'>;

const readName = ({ timepoint, slot, version, track }: ReadNamed): string =>
  [
    timepoint ?? text('audit.life.whole'),
    slot,
    ...(track === 'efficacy' ? [] : [track]),
    ...(version > 1 ? [text('audit.life.version', { version })] : []),
  ].join(', ');

function Reads({ subject, onOpen }: { subject: FoundSubject; onOpen(read: string): void }) {
  return (
    <section>
      <h2 className="cl-heading">{subject.identifier}</h2>
      {subject.reads.length === 0 ? <p>{text('audit.life.noReads')}</p> : null}
      <div className="cl-row cl-wrap">
        {subject.reads.map(read => (
          <button
            key={read.id}
            type="button"
            className="cl-button"
            onClick={() => onOpen(read.id)}
          >
            {readName(read)}
          </button>
        ))}
      </div>
    </section>
  );
}

function Find({ place, onGo }: PartProps) {
  const [subject, setSubject] = useState<FoundSubject | null>(null);
  return (
    <div className="cl-form cl-audit-find">
      <p>{text('audit.life.choose')}</p>
      <SubjectFinder
        chain={place.chain}
        onFound={setSubject}
      />
      {subject === null ? null : (
        <Reads
          subject={subject}
          onOpen={open => onGo({ open })}
        />
      )}
    </div>
  );
}

type LifeEvent = Life['events'][number];

function Event({ event, onOpen }: { event: LifeEvent; onOpen(entry: number): void }) {
  const local = localText(event.at, event.zone);
  const values = event.differences;
  return (
    <li className="cl-audit-event">
      <div className="cl-row cl-wrap">
        <time
          dateTime={event.at}
          title={local ?? ''}
        >
          {momentText(event.at)}
        </time>
        <b>{actName(event.act)}</b>
        <span>
          {whoText(event)}
          {event.by === null ? '' : ` (${rolesText(event.roles)})`}
        </span>
        <button
          type="button"
          className="cl-button cl-button-quiet cl-audit-number"
          onClick={() => onOpen(event.sequence)}
        >
          {text('audit.entry', { entry: event.sequence })}
        </button>
      </div>
      {event.meaning === null ? null : (
        <p>{text('audit.life.meaning', { meaning: event.meaning })}</p>
      )}
      {event.words.map(words => (
        <p
          key={words}
          className="cl-audit-words"
        >
          {words}
        </p>
      ))}
      {values.length > 6 ? (
        <details>
          <summary>
            {text('audit.differences')} ({values.length})
          </summary>
          <DifferenceTable differences={values} />
        </details>
      ) : (
        <DifferenceTable differences={values} />
      )}
    </li>
  );
}

function Whole({ life, place, onGo }: PartProps & { life: Life }) {
  const { chain } = place;
  const room = useRoom();
  const [hidden, setHidden] = useState<ReadonlySet<ShownKind>>(new Set());
  const { read, events, versions, cut } = life;
  const kinds = actKinds.filter(kind => events.some(event => kindOf(event) === kind));
  const shown = events.filter(event => !hidden.has(kindOf(event)));
  const turn = (kind: ShownKind): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  const address = `/reads/${read.id}/life/export`;
  return (
    <>
      <h2 className="cl-heading">
        {text('audit.life.title', {
          ...{ subject: read.subject.identifier, read: readName(read) },
        })}
      </h2>
      <div className="cl-row cl-wrap cl-audit-screen">
        {(['csv', 'json'] as const).map(format => (
          <a
            key={format}
            className="cl-button"
            href={fileAddress(chain, address, { format })}
            download
          >
            {text(format === 'csv' ? 'audit.exportCsv' : 'audit.exportJson')}
          </a>
        ))}
        <button
          type="button"
          className="cl-button"
          onClick={() => globalThis.print()}
        >
          {text('audit.print')}
        </button>
        {versions
          .filter(({ id }) => id !== read.id)
          .map(({ id, version }) => (
            <button
              key={id}
              type="button"
              className="cl-button"
              onClick={() => onGo({ open: id })}
            >
              {text('audit.life.version', { version })}
            </button>
          ))}
        {isOne(room, 'auditor') ? (
          <button
            type="button"
            className="cl-button"
            onClick={() =>
              onGo({ tab: 'reviews', open: null, filter: { ...noFilter, read: read.id } })
            }
          >
            {text('audit.life.review')}
          </button>
        ) : null}
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => onGo({ open: null })}
        >
          {text('audit.life.others')}
        </button>
      </div>
      <fieldset className="cl-fieldset cl-row cl-wrap cl-audit-screen">
        <legend className="cl-label">{text('audit.life.kinds')}</legend>
        {kinds.map(kind => (
          <label
            key={kind}
            className="cl-choice"
          >
            <input
              type="checkbox"
              checked={!hidden.has(kind)}
              onChange={() => turn(kind)}
            />
            <span>{kindName(kind)}</span>
          </label>
        ))}
      </fieldset>
      {cut ? <p className="cl-attention">{text('audit.life.cut')}</p> : null}
      {shown.length === 0 ? <p className="cl-list-empty">{text('audit.life.none')}</p> : null}
      <ol
        className="cl-list cl-audit-life"
        aria-label={text('audit.life.events')}
      >
        {shown.map(event => (
          <Event
            key={event.sequence}
            event={event}
            onOpen={entry => onGo({ tab: 'entries', open: String(entry), filter: noFilter })}
          />
        ))}
      </ol>
    </>
  );
}

/** One read's whole life, from the arrival of its images on. */
export function LifePart(props: PartProps) {
  const { place } = props;
  const { server } = useRoom();
  const read = place.open;
  const answer = useQuery({
    queryKey: [...auditKey(place.chain), 'life', read],
    enabled: read !== null,
    queryFn: () => server.get(paths.life, { path: { trial: place.chain, read: read ?? '' } }),
  });
  return (
    <main className="cl-staff-main cl-audit-scroll">
      {read === null ? <Find {...props} /> : null}
      {read !== null && answer.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {answer.isError ? (
        <ErrorLine
          reason={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : null}
      {answer.data === undefined || read === null ? null : (
        <Whole
          {...props}
          key={read}
          life={answer.data}
        />
      )}
    </main>
  );
}
