import type { ReadListItem } from '@corelab/client';
import { text, trackText, type TextKey } from '@corelab/ui';
import { dueText, isLate } from './dueText.js';

const states: Readonly<Record<string, TextKey>> = {
  waiting: 'readState.waiting',
  ready: 'readState.ready',
  draft: 'readState.draft',
  signed: 'readState.signed',
  onHold: 'readState.onHold',
  notQualified: 'readState.notQualified',
  conflict: 'readState.conflict',
};

const tasks: Readonly<Record<string, TextKey>> = {
  read: 'list.taskRead',
  adjudication: 'list.taskAdjudication',
  globalRead: 'global.title',
  consensus: 'list.taskConsensus',
};

function stateText(state: string): string {
  const key = states[state];
  return key === undefined ? text('readState.other', { state }) : text(key);
}

function taskText(task: string): string {
  const key = tasks[task];
  return key === undefined ? task : text(key);
}

function progressText({ done, of, state }: ReadListItem): string {
  return state === 'ready' && done === 0
    ? text('list.notBegun')
    : text('list.progressOf', { done, of });
}

/** What the case covers; of a whole subject no one timepoint. */
export const listedTimepoint = ({ timepoint }: Pick<ReadListItem, 'timepoint'>): string =>
  timepoint === '' ? text('list.wholeSubject') : timepoint;

interface Column {
  title: TextKey;
  /** Only where the page is wide; elsewhere its text stands in the task's cell. */
  wide?: boolean;
}

const columns: readonly Column[] = [
  { title: 'list.case' },
  { title: 'list.timepoint' },
  { title: 'list.task' },
  { title: 'list.state' },
  { title: 'list.progress', wide: true },
  { title: 'list.due' },
];

const wideClass = (wide: boolean | undefined): string | undefined =>
  wide === true ? 'cl-wide-only' : undefined;

export interface ReadTableProps {
  name: string;
  reads: readonly ReadListItem[];
  /** Place of the current row; -1 for a table without one. */
  at: number;
  onSelect(at: number): void;
  onOpen(item: ReadListItem): void;
}

/** Reads, one per row; a click selects, the case button or a double click opens. */
export function ReadTable({ name, reads, at, onSelect, onOpen }: ReadTableProps) {
  const today = new Date();
  return (
    <table
      className="cl-data-table"
      aria-label={name}
      aria-rowcount={reads.length}
    >
      <thead>
        <tr>
          {columns.map(({ title, wide }) => (
            <th
              key={title}
              scope="col"
              className={wideClass(wide)}
            >
              {text(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reads.map((read, index) => {
          const { subjectCode: subject } = read;
          const timepoint = listedTimepoint(read);
          const signed = read.state === 'signed';
          return (
            <tr
              key={read.readId}
              aria-selected={index === at}
              data-read={read.readId}
              onClick={() => onSelect(index)}
              onDoubleClick={() => onOpen(read)}
            >
              <td>
                <button
                  type="button"
                  className="cl-button cl-button-quiet cl-case-button"
                  aria-label={text(signed ? 'list.openSigned' : 'list.openCase', {
                    subject,
                    timepoint,
                  })}
                  {...(signed ? { 'data-signed': subject } : { 'data-open': subject })}
                  onClick={() => {
                    onSelect(index);
                    onOpen(read);
                  }}
                >
                  {subject}
                </button>
              </td>
              <td>{timepoint}</td>
              <td>
                {taskText(read.task)}
                {read.track === undefined ? null : (
                  <span className="cl-second"> {trackText(read.track)}</span>
                )}
                <span className="cl-narrow-only cl-second">{progressText(read)}</span>
              </td>
              <td className={read.state === 'onHold' ? 'cl-attention' : undefined}>
                {stateText(read.state)}
              </td>
              <td className="cl-wide-only">{progressText(read)}</td>
              <td className={!signed && isLate(read.dueDate, today) ? 'cl-attention' : undefined}>
                {dueText(read.dueDate, today)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
