import { useState } from 'react';
import type { KeptCase, ReadListItem } from '@corelab/client';
import { GiveUp, StateIcon, text } from '@corelab/ui';
import { isDone } from './listStore.js';
import { writtenLines } from './writtenLines.js';

export interface KeptNoticeProps {
  kept: readonly KeptCase[];
  reads: readonly ReadListItem[];
  onOpen(item: ReadListItem): void;
  onGiveUp(caseId: string): void;
}

/** A case that is not the person's any more, or not readable: what was written, and a way to be rid of it. */
function Gone({ kept, onGiveUp }: { kept: KeptCase; onGiveUp(): void }) {
  const [shown, setShown] = useState(false);
  const title = kept.title ?? text('kept.case');
  return (
    <>
      <p className="cl-grow">
        {kept.unreadable === null
          ? text('kept.gone', { title, count: kept.changes })
          : text('kept.unreadable', { message: kept.unreadable })}
      </p>
      {shown ? (
        <ul>
          {writtenLines(kept.document).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <div className="cl-row cl-wrap">
        {kept.unreadable === null ? (
          <button
            type="button"
            className="cl-button"
            aria-expanded={shown}
            data-act="show"
            onClick={() => setShown(!shown)}
          >
            {text(shown ? 'kept.hide' : 'kept.show')}
          </button>
        ) : null}
        <GiveUp onGiveUp={onGiveUp} />
      </div>
    </>
  );
}

function Listed({
  kept: { changes },
  item,
  onOpen,
}: {
  kept: KeptCase;
  item: ReadListItem;
  onOpen(item: ReadListItem): void;
}) {
  const signed = isDone(item);
  const title = `${item.subjectCode} ${item.timepoint === '' ? text('list.wholeSubject') : item.timepoint}`;
  return (
    <div className="cl-row cl-wrap">
      <p className="cl-grow">
        {text(signed ? 'kept.signed' : 'kept.open', { title, count: changes })}
      </p>
      <button
        type="button"
        className="cl-button"
        data-act="openKept"
        onClick={() => onOpen(item)}
      >
        {text(signed ? 'kept.look' : 'kept.openCase')}
      </button>
    </div>
  );
}

/** Changes that only this computer has: of cases that can be opened, and of those that can't be any more. */
export function KeptNotice({ kept, reads, onOpen, onGiveUp }: KeptNoticeProps) {
  if (kept.length === 0) return null;
  return (
    <section
      className="cl-leaving"
      aria-label={text('kept.title')}
      data-kept
    >
      <p className="cl-row">
        <StateIcon icon="warning" /> <b>{text('kept.title')}</b>
      </p>
      {kept.map(one => {
        const item = reads.find(({ readId }) => readId === one.caseId);
        return item === undefined || one.unreadable !== null ? (
          <Gone
            key={one.caseId}
            kept={one}
            onGiveUp={() => onGiveUp(one.caseId)}
          />
        ) : (
          <Listed
            key={one.caseId}
            kept={one}
            item={item}
            onOpen={onOpen}
          />
        );
      })}
    </section>
  );
}
