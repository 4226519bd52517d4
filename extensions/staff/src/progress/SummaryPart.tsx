import { text } from '@corelab/ui';
import { countText } from './countText.js';
import { standingName } from './MatrixCell.js';
import { standings, type Summary } from './standings.js';

type Counts = Summary['total'];

/** Late and queries are beside a slot's own standing, in columns of their own or not counted. */
const counted = standings.filter(standing => standing !== 'late' && standing !== 'query');

interface CountTableProps {
  caption: string;
  head: string;
  rows: readonly { readonly name: string; readonly counts: Counts }[];
  total?: Counts;
}

function CountCells({ counts }: { counts: Counts }) {
  const { slots, late, stuck, states } = counts;
  const numbers = [slots, late, stuck, ...counted.map(standing => states[standing] ?? 0)];
  return numbers.map((count, place) => (
    <td
      key={place}
      className={count === 0 ? 'cl-zero' : ''}
    >
      {countText(count)}
    </td>
  ));
}

function CountTable({ caption, head, rows, total }: CountTableProps) {
  return (
    <table className="cl-count-table">
      <caption className="cl-heading">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{text('progress.reads')}</th>
          <th scope="col">{text('progress.late')}</th>
          <th scope="col">{text('progress.stuck')}</th>
          {counted.map(standing => (
            <th
              key={standing}
              scope="col"
            >
              {standingName(standing)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <CountCells counts={counts} />
          </tr>
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <tr>
            <th scope="row">{text('progress.total')}</th>
            <CountCells counts={total} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** How many reads stand how, by site, timepoint and reader: counts without subjects. */
export function SummaryPart({ summary }: { summary: Summary }) {
  const { total, sites, timepoints, readers } = summary;
  if (total.slots === 0) return <p className="cl-list-empty">{text('progress.empty')}</p>;
  return (
    <div className="cl-counts">
      <CountTable
        caption={text('progress.bySite')}
        head={text('progress.site')}
        rows={sites.map(({ site, ...counts }) => ({
          name: site ?? text('progress.noSite'),
          counts,
        }))}
        total={total}
      />
      <CountTable
        caption={text('progress.byTimepoint')}
        head={text('progress.timepoint')}
        rows={timepoints.map(({ timepoint, ...counts }) => ({ name: timepoint, counts }))}
      />
      {readers === undefined ? null : (
        <CountTable
          caption={text('progress.byReader')}
          head={text('progress.reader')}
          rows={readers.map(({ reader, ...counts }) => ({ name: reader, counts }))}
        />
      )}
    </div>
  );
}
