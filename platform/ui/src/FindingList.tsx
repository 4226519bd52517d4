import { StateIcon, type IconName } from './StateIcon.js';
import { text, type TextKey } from './text.js';

export type Severity = 'block' | 'warning' | 'note';

export interface FindingView {
  rule: string;
  severity: Severity;
  lesion: string | null;
  text: string;
}

const icons: Record<Severity, IconName> = { block: 'blocked', warning: 'warning', note: 'note' };
const order: readonly Severity[] = ['block', 'warning', 'note'];

/** Blocking first, then by lesion number; the engine's order within. */
export function sortFindings(findings: readonly FindingView[]): FindingView[] {
  return [...findings].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      (a.lesion ?? '').localeCompare(b.lesion ?? '')
  );
}

export interface FindingListProps {
  findings: readonly FindingView[];
  onGo(lesion: string): void;
}

/** What the rules have to say about this read, each with its rule id and the way to its lesion. */
export function FindingList({ findings, onGo }: FindingListProps) {
  return (
    <section
      className="cl-section"
      aria-label={text('findings.title')}
    >
      <h2 className="cl-heading">
        {text('findings.title')} <span className="cl-second">{findings.length}</span>
      </h2>
      {findings.length === 0 ? <p className="cl-second">{text('findings.none')}</p> : null}
      <ul className="cl-list">
        {sortFindings(findings).map((finding, index) => (
          <li
            key={`${finding.rule}-${finding.lesion ?? ''}-${index}`}
            className="cl-finding"
            data-rule={finding.rule}
          >
            <StateIcon icon={icons[finding.severity]} />
            <div className="cl-grow">
              <p>
                <b>{text(`findings.${finding.severity}` as TextKey)}</b> {finding.text}
              </p>
              <p className="cl-second">{finding.rule}</p>
            </div>
            {finding.lesion === null ? null : (
              <button
                type="button"
                className="cl-button cl-button-quiet"
                onClick={() => onGo(finding.lesion ?? '')}
              >
                {text('findings.go')} {finding.lesion}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
