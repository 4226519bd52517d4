import { useId, useMemo, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { DataGrid } from '../parts/DataGrid.js';
import { countText } from '../progress/countText.js';
import { filesOfDrop, filesOfField, type ChosenFile } from './chosenFiles.js';
import { outcomeName, outcomesText } from './intakeWords.js';
import { fileReasonText } from './reasonText.js';
import {
  answeredOf,
  fileStates,
  sendable,
  type FileState,
  type UploadFile,
  type UploadQueue,
  type UploadState,
} from './uploadQueue.js';

/** Megabytes with one decimal, the same in every language. */
const megabytes = (bytes: number): string => {
  const [whole = '0', part = '0'] = (bytes / 1e6).toFixed(1).split('.');
  return `${countText(Number(whole))}.${part}`;
};

const colours: Readonly<Partial<Record<FileState, string>>> = {
  stored: 'cl-ok',
  quarantined: 'cl-attention',
  cancelled: 'cl-attention',
  refused: 'cl-stop',
  failed: 'cl-stop',
};

const columns = (): ColumnDef<UploadFile, unknown>[] => [
  {
    id: 'name',
    header: text('intake.upload.name'),
    cell: ({ row: { original } }) => <span title={original.name}>{original.name}</span>,
    meta: { width: 'minmax(240px, 1fr)' },
  },
  {
    id: 'size',
    header: text('intake.upload.size'),
    accessorFn: ({ size }) => megabytes(size),
    meta: { width: '96px' },
  },
  {
    id: 'result',
    header: text('intake.upload.result'),
    cell: ({ row: { original } }) => (
      <span className={colours[original.state] ?? ''}>{outcomeName(original.state)}</span>
    ),
    meta: { width: '190px' },
  },
  {
    id: 'why',
    header: text('intake.upload.why'),
    cell: ({ row: { original } }) => {
      const why = original.reason === null ? '' : fileReasonText(original.reason);
      return <span title={why}>{why}</span>;
    },
    meta: { width: 'minmax(240px, 1fr)' },
  },
];

interface DropPlaceProps {
  busy: boolean;
  onFiles(files: readonly ChosenFile[]): void;
}

/** Where files are dropped, and the two buttons to choose them by. */
function DropPlace({ busy, onFiles }: DropPlaceProps) {
  const files = useRef<HTMLInputElement | null>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const hint = useId();
  const take = (field: HTMLInputElement): void => {
    setTrouble(null);
    onFiles(filesOfField(field.files ?? []));
    // The same choice again is a change again.
    field.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    setTrouble(null);
    if (busy) return;
    filesOfDrop(event.dataTransfer).then(onFiles, (reason: unknown) =>
      setTrouble(reason instanceof Error ? reason.message : String(reason))
    );
  };
  return (
    <section
      className="cl-drop"
      data-over={over}
      aria-describedby={hint}
      onDragOver={event => {
        event.preventDefault();
        setOver(!busy);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="cl-row cl-wrap-row">
        <span>{text('intake.upload.drop')}</span>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={text('intake.upload.files')}
          onChange={event => take(event.target)}
        />
        <input
          ref={element => {
            folder.current = element;
            // React does not know this attribute.
            element?.setAttribute('webkitdirectory', '');
          }}
          type="file"
          multiple
          hidden
          aria-label={text('intake.upload.folder')}
          onChange={event => take(event.target)}
        />
        <button
          type="button"
          className="cl-button"
          disabled={busy}
          onClick={() => files.current?.click()}
        >
          {text('intake.upload.files')}
        </button>
        <button
          type="button"
          className="cl-button"
          disabled={busy}
          onClick={() => folder.current?.click()}
        >
          {text('intake.upload.folder')}
        </button>
      </div>
      <p
        id={hint}
        className="cl-second"
      >
        {text('intake.upload.hint')}
      </p>
      {trouble === null ? null : (
        <p
          role="alert"
          className="cl-stop"
        >
          {text('intake.upload.unreadable', { message: trouble })}
        </p>
      )}
    </section>
  );
}

const counted = (key: 'send' | 'again' | 'reading' | 'doneFailed' | 'filesOf', count: number) =>
  text(`intake.upload.${key}`, { count, shown: countText(count) });

/** How it stands, in one sentence. */
function standing(state: UploadState): string {
  const { underWay, looking, trying, error, counts, files } = state;
  if (trying) return text('intake.upload.trying');
  if (looking !== null) return counted('reading', looking);
  if (underWay || files.length === 0) return '';
  if (error !== null) return text('intake.upload.stopped', { message: error.message });
  if (counts.cancelled > 0) return text('intake.upload.wasCancelled');
  if (counts.failed > 0) return counted('doneFailed', counts.failed);
  return answeredOf(counts) === files.length ? text('intake.upload.done') : '';
}

function Progress({ state }: { state: UploadState }) {
  const { files, sentBytes, bytes, counts, error, underWay } = state;
  const words = standing(state);
  const isBad = !underWay && (error !== null || counts.failed > 0);
  return (
    <div>
      <progress
        className="cl-progress-bar"
        aria-label={text('intake.view.upload')}
        max={bytes === 0 ? 1 : bytes}
        value={Math.min(sentBytes, bytes)}
      />
      <p className="cl-row cl-wrap-row cl-numbers">
        <span>
          {text('intake.upload.progress', {
            ...{ sent: megabytes(Math.min(sentBytes, bytes)), total: megabytes(bytes) },
            ...{ answered: countText(answeredOf(counts)), files: countText(files.length) },
          })}
        </span>
        <span className="cl-second">
          {outcomesText(
            fileStates
              .filter(one => counts[one] > 0)
              .map(one => ({ outcome: one, files: counts[one] }))
          )}
        </span>
      </p>
      <p
        role={isBad ? 'alert' : 'status'}
        className={isBad ? 'cl-stop' : ''}
      >
        {words}
      </p>
    </div>
  );
}

function Receipts({ receipts }: Pick<UploadState, 'receipts'>) {
  if (receipts.length === 0) return null;
  return (
    <section className="cl-intake-receipts">
      <h3 className="cl-caption">{text('intake.upload.receipts')}</h3>
      <ul className="cl-list">
        {receipts.map(({ receipt, matched, waiting, files }) => (
          <li
            key={receipt}
            className="cl-row cl-wrap-row"
          >
            <span>
              {text('intake.upload.receipt', {
                id: receipt,
                files: counted('filesOf', files.length),
              })}
            </span>
            {matched === 0 ? null : (
              <span className="cl-ok">{text('intake.upload.matched', { count: matched })}</span>
            )}
            {waiting === 0 ? null : (
              <span className="cl-attention">
                {text('intake.upload.waits', { count: waiting })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ queue, state }: { queue: UploadQueue; state: UploadState }) {
  const { underWay, counts, files } = state;
  if (files.length === 0) return null;
  if (underWay) {
    return (
      <div className="cl-row">
        <button
          type="button"
          className="cl-button"
          onClick={() => queue.cancel()}
        >
          {text('intake.upload.cancel')}
        </button>
      </div>
    );
  }
  const left = sendable(counts);
  const again = counts.failed + counts.cancelled > 0;
  return (
    <div className="cl-row">
      {left === 0 ? null : (
        <button
          type="button"
          className="cl-button cl-button-primary"
          onClick={() => void queue.send()}
        >
          {counted(again ? 'again' : 'send', left)}
        </button>
      )}
      <button
        type="button"
        className="cl-button"
        onClick={() => queue.clear()}
      >
        {text('intake.upload.empty')}
      </button>
    </div>
  );
}

/** Files on their way in: chosen or dropped, sent, and what became of each. */
export function UploadPart({ queue }: { queue: UploadQueue }) {
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  const [shown, setShown] = useState<FileState | null>(null);
  const shape = useMemo(() => columns(), []);
  const { files, counts, underWay, receipts } = state;
  const rows = useMemo(
    () => (shown === null ? files : files.filter(file => file.state === shown)),
    [files, shown]
  );
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        <DropPlace
          busy={underWay}
          onFiles={chosen => queue.add(chosen)}
        />
        <Acts
          queue={queue}
          state={state}
        />
        {files.length === 0 ? null : (
          <>
            <Progress state={state} />
            <label className="cl-row">
              <span className="cl-label">{text('intake.upload.show')}</span>
              <select
                className="cl-select"
                value={shown ?? ''}
                onChange={event =>
                  setShown(fileStates.find(one => one === event.target.value) ?? null)
                }
              >
                <option value="">{text('intake.upload.all')}</option>
                {fileStates
                  .filter(one => counts[one] > 0 || one === shown)
                  .map(one => (
                    <option
                      key={one}
                      value={one}
                    >
                      {outcomeName(one)}
                    </option>
                  ))}
              </select>
            </label>
            <DataGrid
              name={text('intake.upload.list')}
              rows={rows}
              columns={shape}
              rowId={({ id }) => String(id)}
              empty={text('intake.upload.noneShown')}
            />
            <Receipts receipts={receipts} />
          </>
        )}
      </main>
    </div>
  );
}
