import { text } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import type { Exam } from './qcData.js';
import { examActName, purposeName } from './qcWords.js';
import { seriesNames } from './seriesNames.js';

/** What was decided of an exam, the newest first: when, by whom, why, with which deviations. */
export function DecisionList({ exam }: { exam: Exam }) {
  const names = seriesNames(exam);
  return (
    <section className="cl-form cl-tight">
      <h3 className="cl-caption">{text('qc.decisions')}</h3>
      {exam.decisions.length === 0 ? (
        <p className="cl-second">{text('qc.decisions.none')}</p>
      ) : null}
      <ol className="cl-list cl-history">
        {exam.decisions.toReversed().map(({ act, by, at, reason, deviations }) => (
          <li key={`${at} ${act}`}>
            <p className="cl-medium">{examActName(act)}</p>
            {reason === null ? null : <p>{reason}</p>}
            {deviations.map(one => (
              <p key={`${one.series} ${one.purpose}`}>
                {text('qc.deviation.line', {
                  series: names.get(one.series) ?? one.series,
                  purpose: purposeName(one.purpose),
                  text: one.text,
                })}
              </p>
            ))}
            <p className="cl-second">
              {by === null
                ? text('qc.doneBySystem', { at: instantText(at) })
                : text('qc.doneBy', { at: instantText(at), by })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
