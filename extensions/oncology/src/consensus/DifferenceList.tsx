import { text } from '@corelab/ui';
import type { Meeting } from './consensusStore.js';
import { differenceText, timepointName } from './meetingWords.js';

type Difference = Meeting['case']['differences'][number];

/** What differs, by timepoint in their order; what is of the whole subject first. */
function byTimepoint({ case: { comparison, differences } }: Meeting) {
  return [null, ...comparison.timepoints].flatMap(timepoint => {
    const own = differences.filter(one => one.timepoint === timepoint);
    return own.length === 0 ? [] : [{ timepoint, own }];
  });
}

const keyOf = ({ between, message }: Difference, at: number): string =>
  `${between.one} ${between.other} ${message.key} ${at}`;

/** What any two of the reads did not enter alike, in words. */
export function DifferenceList({ meeting }: { meeting: Meeting }) {
  const groups = byTimepoint(meeting);
  return (
    <section className="cl-form">
      <h2 className="cl-heading">{text('meet.differences')}</h2>
      {groups.length === 0 ? <p className="cl-second">{text('meet.noDifferences')}</p> : null}
      {groups.map(({ timepoint, own }) => (
        <div
          key={timepoint ?? ''}
          data-differences={timepoint ?? 'subject'}
        >
          <h3 className="cl-label">
            {timepoint === null ? text('meet.subject') : timepointName(meeting, timepoint)}
          </h3>
          <ul className="cl-list cl-bullets">
            {own.map((one, at) => (
              <li key={keyOf(one, at)}>
                <span className="cl-second">{text('meet.between', one.between)}:</span>{' '}
                {differenceText(meeting, one.message)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
