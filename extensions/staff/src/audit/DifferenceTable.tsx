import { text } from '@corelab/ui';
import type { Difference } from './auditData.js';
import { placeText, valueText } from './auditWords.js';

/** What stood before and after, place by place. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <table className="cl-audit-differences">
      <caption className="cl-spoken">{text('audit.differences')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('audit.place')}</th>
          <th scope="col">{text('audit.before')}</th>
          <th scope="col">{text('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one, at) => (
          <tr key={`${at} ${one.path}`}>
            <th scope="row">{placeText(one)}</th>
            <td className={one.from === null ? 'cl-second' : ''}>{valueText(one.from)}</td>
            <td className={one.to === null ? 'cl-second' : ''}>{valueText(one.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
