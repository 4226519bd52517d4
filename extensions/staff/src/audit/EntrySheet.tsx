import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { SideSheet } from '../parts/SideSheet.js';
import { auditKey, paths, type EntrySheetAnswer } from './auditData.js';
import type { EntryFilter } from './auditPlace.js';
import {
  aboutText,
  actName,
  localText,
  momentText,
  rolesText,
  shortHash,
  thingName,
  whoText,
} from './auditWords.js';
import { DifferenceTable } from './DifferenceTable.js';

export interface EntrySheetProps {
  chain: string;
  entry: string;
  /** Number of the chain's last entry; null while that is not known. */
  last: number | null;
  onOpen(entry: string): void;
  onFilter(filter: Partial<EntryFilter>): void;
  onLife(read: string): void;
  onClose(): void;
}

function Facts({ sheet }: { sheet: EntrySheetAnswer }) {
  const { row, charter, software, previousHash } = sheet;
  const local = localText(row.at, row.zone);
  const facts: readonly (readonly [string, string])[] = [
    [text('audit.at'), momentText(row.at)],
    ...(local === null ? [] : [['', local] as const]),
    [text('audit.col.who'), whoText(row)],
    [text('audit.roles'), rolesText(row.roles)],
    [text('audit.col.about'), aboutText(row)],
    [
      text('audit.charter'),
      charter === null
        ? ''
        : charter.version === null
          ? charter.hash
          : text('audit.charterVersion', { version: charter.version, hash: charter.hash }),
    ],
    [text('audit.software'), software ?? ''],
    [text('audit.hash'), row.hash],
    [text('audit.previousHash'), previousHash],
  ];
  return (
    <dl className="cl-facts cl-audit-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div
            key={`${name} ${value}`}
            className="cl-audit-fact"
          >
            <dt className="cl-second">{name}</dt>
            <dd className={/^[0-9a-f]{64}$/.test(value) ? 'cl-uid' : ''}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Ways({
  sheet,
  onFilter,
  onLife,
}: Pick<EntrySheetProps, 'onFilter' | 'onLife'> & { sheet: EntrySheetAnswer }) {
  const { by, subject, readId, act } = sheet.row;
  const ways: readonly (readonly [string, () => void] | false)[] = [
    readId !== null && [text('audit.toLife'), () => onLife(readId)],
    subject !== null && [text('audit.toSubject'), () => onFilter({ subject: subject.id })],
    by !== null && [text('audit.toPerson'), () => onFilter({ by: by.id })],
    [text('audit.toAct'), () => onFilter({ act })],
  ];
  return (
    <div className="cl-row cl-wrap">
      {ways.map(way =>
        way === false ? null : (
          <button
            key={way[0]}
            type="button"
            className="cl-button"
            onClick={way[1]}
          >
            {way[0]}
          </button>
        )
      )}
    </div>
  );
}

function Content({ sheet }: { sheet: EntrySheetAnswer }) {
  const { texts, differences, names, entry } = sheet;
  return (
    <>
      {texts.length === 0 ? null : (
        <section>
          <h3 className="cl-label">{text('audit.words')}</h3>
          {texts.map(({ path, text: said }) =>
            said === null ? (
              <p
                key={path}
                className="cl-second"
              >
                {text('audit.wordsGone')}
              </p>
            ) : (
              <p key={path}>{said}</p>
            )
          )}
        </section>
      )}
      {differences.length === 0 ? null : (
        <section>
          <h3 className="cl-label">{text('audit.differences')}</h3>
          <DifferenceTable differences={differences} />
        </section>
      )}
      {names.length === 0 ? null : (
        <section>
          <h3 className="cl-label">{text('audit.names')}</h3>
          <ul className="cl-list">
            {names.map(({ id, kind, name, subject }) => (
              <li key={id}>
                {thingName(kind)} <b>{name}</b>
                {subject === null || kind === 'subject' ? '' : ` (${subject.identifier})`}{' '}
                <span
                  className="cl-second"
                  title={id}
                >
                  {shortHash(id)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary>{text('audit.raw')}</summary>
        <pre className="cl-audit-raw">{JSON.stringify(entry, null, 2)}</pre>
      </details>
    </>
  );
}

/** A whole entry beside its list. */
export function EntrySheet(props: EntrySheetProps) {
  const { chain, entry, last, onOpen, onClose } = props;
  const { server } = useRoom();
  const answer = useQuery({
    queryKey: [...auditKey(chain), 'entry', entry],
    queryFn: () => server.get(paths.entry, { path: { trial: chain, entry } }),
    // What is in the record does not change; what it names may.
    staleTime: 60_000,
  });
  const number = Number(entry);
  const title =
    answer.data === undefined
      ? text('audit.entry', { entry })
      : `${text('audit.entry', { entry })}: ${actName(answer.data.row.act)}`;
  return (
    <SideSheet
      title={title}
      onClose={onClose}
    >
      <div className="cl-row">
        <button
          type="button"
          className="cl-button"
          disabled={number <= 1}
          onClick={() => onOpen(String(number - 1))}
        >
          {text('audit.older')}
        </button>
        <button
          type="button"
          className="cl-button"
          disabled={last !== null && number >= last}
          onClick={() => onOpen(String(number + 1))}
        >
          {text('audit.newer')}
        </button>
      </div>
      {answer.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {answer.isError ? (
        <ErrorLine
          reason={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : null}
      {answer.data === undefined ? null : (
        <>
          <Facts sheet={answer.data} />
          <Ways
            {...props}
            sheet={answer.data}
          />
          <Content sheet={answer.data} />
        </>
      )}
    </SideSheet>
  );
}
