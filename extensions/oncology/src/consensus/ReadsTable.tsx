import { formatNumber, StateIcon, text } from '@corelab/ui';
import { keyOfName } from '../compared/comparedReads.js';
import { pdStatusText } from '../compared/saySentence.js';
import { dayNumberText } from '../compared/timepointNames.js';
import type { Meeting } from './loadMeeting.js';
import { timepointName } from './meetingWords.js';

type Read = Meeting['case']['reads'][number];
type When = NonNullable<Read['response']>;

interface Row {
  key: string;
  label: string;
  /** What each read says, in words and in the order of the names; never blank. */
  cells: string[];
  differs: boolean;
}

function whenText(meeting: Meeting, when: When | null): string {
  if (when === null) return text('adj.none');
  const { timepoint, day } = when;
  const visit = timepoint === null ? null : timepointName(meeting, timepoint);
  if (day === null) return visit ?? text('adj.none');
  const days = dayNumberText(day);
  return visit === null ? days : text('adj.when', { days, visit });
}

function timepointText(read: Read, id: string): string {
  const own = read.timepoints.find(({ timepoint }) => timepoint === id);
  if (own === undefined) return text('meet.notRead');
  const value = own.burden?.value ?? null;
  return [
    own.response ?? text('meet.baseline'),
    value === null
      ? text('meet.noSum')
      : text('meet.sum', { value: formatNumber(value), unit: own.burden?.unit ?? '' }),
    ...(own.newLesions === true ? [text('meet.newLesion')] : []),
  ].join(', ');
}

function rowsOf(meeting: Meeting): Row[] {
  const { reads, comparison } = meeting.case;
  const courseRow = (key: string, variable: string, of: (read: Read) => string): Row => ({
    ...{ key, label: text(`adj.variable.${variable}` as 'adj.variable.bor') },
    ...{ cells: reads.map(of), differs: comparison.differ.includes(variable) },
  });
  return [
    courseRow('bor', 'bor', ({ bestResponse }) => bestResponse),
    courseRow('pdStatus', 'pdStatus', ({ progression }) => pdStatusText(progression.status)),
    courseRow('pdDate', 'pdDate', ({ progression }) =>
      progression.status === 'NONE' ? text('adj.none') : whenText(meeting, progression)
    ),
    courseRow('respDate', 'respDate', ({ response }) => whenText(meeting, response)),
    ...comparison.timepoints.map(id => ({
      ...{ key: id, label: timepointName(meeting, id) },
      ...{ cells: reads.map(read => timepointText(read, id)) },
      differs: comparison.differing.includes(id),
    })),
  ];
}

/** What each read comes to, side by side under the drawn names; where they differ is marked in words and by a shape. */
export function ReadsTable({ meeting }: { meeting: Meeting }) {
  return (
    <div className="cl-scroll-x">
      <table className="cl-outcome cl-meeting-reads">
        <caption className="cl-spoken">{text('meet.reads')}</caption>
        <thead>
          <tr>
            <td />
            {meeting.case.reads.map(({ name }) => (
              <th
                key={name}
                scope="col"
                className={`cl-read-${keyOfName(name)}-text`}
              >
                {text('meet.read', { name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(meeting).map(({ key, label, cells, differs }) => (
            <tr
              key={key}
              data-row={key}
              data-differs={differs}
            >
              <th scope="row">
                {label}
                {differs ? (
                  <span className="cl-fired">
                    <StateIcon icon="warning" /> {text('meet.differs')}
                  </span>
                ) : null}
              </th>
              {cells.map((cell, at) => (
                <td
                  key={meeting.case.reads[at]?.name}
                  className={differs ? 'cl-medium' : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
