import type { ReadListItem } from '@corelab/client';
import { text, type TextKey } from '@corelab/ui';

const states: Readonly<Record<string, TextKey>> = {
  ready: 'readState.ready',
  draft: 'readState.draft',
  signed: 'readState.signed',
  onHold: 'readState.onHold',
};

const tasks: Readonly<Record<string, TextKey>> = {
  Read: 'list.taskRead',
  Adjudication: 'list.taskAdjudication',
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

export interface ReadTableProps {
  reads: readonly ReadListItem[];
  /** Place of the current row. */
  at: number;
  onSelect(at: number): void;
  onOpen(): void;
}

/** Open reads, one per row; a click selects, the case button or a double click opens. */
export function ReadTable({ reads, at, onSelect, onOpen }: ReadTableProps) {
  const columns: TextKey[] = [
    'list.case',
    'list.timepoint',
    'list.task',
    'list.state',
    'list.progress',
    'list.due',
  ];
  return (
    <table
      className="cl-data-table"
      aria-label={text('list.title')}
      aria-rowcount={reads.length}
    >
      <thead>
        <tr>
          {columns.map(column => (
            <th
              key={column}
              scope="col"
            >
              {text(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reads.map((read, index) => (
          <tr
            key={read.readId}
            aria-selected={index === at}
            data-read={read.readId}
            onClick={() => onSelect(index)}
            onDoubleClick={onOpen}
          >
            <td>
              <button
                type="button"
                className="cl-button cl-button-quiet"
                data-open={read.subjectCode}
                onClick={() => {
                  onSelect(index);
                  onOpen();
                }}
              >
                {read.subjectCode}
              </button>
            </td>
            <td>{read.timepoint}</td>
            <td>{taskText(read.task)}</td>
            <td>{stateText(read.state)}</td>
            <td>{progressText(read)}</td>
            <td>{read.dueDate ?? text('list.noDue')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
