import { text } from '@corelab/ui';
import { countText } from '../progress/countText.js';
import { contentText, factName, findingText, type Plan } from './factWords.js';

export interface PlanViewProps {
  plan: Plan;
  /** It is about one fact by hand, of a subject that is known. */
  ofOne?: boolean;
}

function FirstOf({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null;
  return (
    <p className="cl-second">
      {text('clinical.plan.first', { shown: countText(shown), total: countText(total) })}
    </p>
  );
}

/** What is wrong, beside the line and column that it is of. */
export function Findings({ plan }: { plan: Pick<Plan, 'findings' | 'findingCount'> }) {
  const { findings, findingCount } = plan;
  const lined = findings.some(({ line }) => line > 0);
  return (
    <section className="cl-form">
      {lined ? (
        <p
          role="alert"
          className="cl-stop"
        >
          {text('clinical.plan.findings', { count: findingCount })}
        </p>
      ) : null}
      <table
        className="cl-change-table"
        aria-label={text('clinical.plan.findingList')}
      >
        {lined ? (
          <thead>
            <tr>
              {(['line', 'column', 'problem'] as const).map(column => (
                <th
                  key={column}
                  scope="col"
                  className="cl-second"
                >
                  {text(`clinical.plan.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {findings.map((finding, place) => (
            <tr key={place}>
              {lined ? <td className="cl-fact-line">{finding.line}</td> : null}
              <td>{finding.column ?? ''}</td>
              <td className={lined ? '' : 'cl-stop'}>{findingText(finding)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FirstOf
        shown={findings.length}
        total={findingCount}
      />
    </section>
  );
}

function Changes({ plan, ofOne }: PlanViewProps) {
  const { changes, added, changed, withdrawn } = plan;
  if (changes.length === 0) return null;
  return (
    <section className="cl-form">
      <table
        className="cl-change-table"
        aria-label={text('clinical.plan.changes')}
      >
        <thead>
          <tr>
            {ofOne === true ? null : <th scope="col">{text('clinical.subject')}</th>}
            {(['fact', 'before', 'after'] as const).map(column => (
              <th
                key={column}
                scope="col"
              >
                {text(`clinical.plan.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change, place) => (
            <tr key={place}>
              {ofOne === true ? null : <td>{change.subject}</td>}
              <td className="cl-fact-name">{factName(change)}</td>
              <td>{change.before === null ? '' : contentText(change.kind, change.before)}</td>
              <td className="cl-medium">
                {change.after === null
                  ? text('clinical.withdrawn')
                  : contentText(change.kind, change.after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FirstOf
        shown={changes.length}
        total={added + changed + withdrawn}
      />
    </section>
  );
}

/** The reads that a change touches, by subject; none is said, too. */
function Touched({ plan }: { plan: Plan }) {
  const { reads, readCount, finalCount } = plan;
  if (readCount === 0) return <p className="cl-second">{text('clinical.plan.noReads')}</p>;
  const subjects = [...new Set(reads.map(({ subject }) => subject))];
  return (
    <section className="cl-form cl-tight">
      <p className="cl-attention">{text('clinical.plan.reads', { count: readCount })}</p>
      {finalCount === 0 ? null : (
        <p className="cl-attention">{text('clinical.plan.finals', { count: finalCount })}</p>
      )}
      <ul className="cl-list">
        {subjects.map(subject => (
          <li key={subject}>
            {text('clinical.plan.read', {
              subject,
              reads: readsText(reads.filter(read => read.subject === subject)),
            })}
          </li>
        ))}
      </ul>
      <FirstOf
        shown={reads.length}
        total={readCount}
      />
    </section>
  );
}

/** Reads in one line, by timepoint and slot, and by track where they are of several. */
export function readsText(
  reads: readonly {
    readonly timepoint: string | null;
    readonly track: string;
    readonly slot: string;
  }[]
): string {
  const several = new Set(reads.map(({ track }) => track)).size > 1;
  return reads
    .map(({ timepoint, track, slot }) => {
      const of = { timepoint: timepoint ?? text('clinical.wholeSubject'), track, slot };
      return text(several ? 'clinical.touchedReadIn' : 'clinical.touchedRead', of);
    })
    .join(', ');
}

/** What an import or an entry would do, or did. */
export function PlanView({ plan, ofOne }: PlanViewProps) {
  if (plan.findings.length > 0) return <Findings plan={plan} />;
  const { added, changed, withdrawn, same } = plan;
  const counts = { added, changed, withdrawn, same };
  const told = Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, countText(count)])
  );
  return (
    <>
      {ofOne === true ? null : <p className="cl-numbers">{text('clinical.plan.counts', told)}</p>}
      <Changes
        plan={plan}
        {...(ofOne === undefined ? {} : { ofOne })}
      />
      {plan.changes.length === 0 ? null : <Touched plan={plan} />}
    </>
  );
}
