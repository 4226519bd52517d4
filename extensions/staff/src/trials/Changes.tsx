import { text } from '@corelab/ui';
import { ErrorLine } from '../parts/ErrorLine.js';
import { changedSections, countOf, type NamedChange } from './differences.js';
import { valueText } from './valueText.js';
import { useDifference, useVersion } from './versions.js';

/** What has lines of its own is marked at its edge: a line through each would be hard to read. */
const blockOf = (shown: string): string => (shown.includes('\n') ? ' cl-block' : '');

function Before({ value }: { value: unknown }) {
  const shown = valueText(value);
  return <del className={`cl-removed${blockOf(shown)}`}>{shown}</del>;
}
function After({ value }: { value: unknown }) {
  const shown = valueText(value);
  return <ins className={`cl-added${blockOf(shown)}`}>{shown}</ins>;
}

const kinds = {
  added: 'trials.added',
  removed: 'trials.removed',
  changed: 'trials.changed',
  order: 'trials.ordered',
} as const satisfies Readonly<Record<NamedChange['kind'], string>>;

function Content({ change, kind }: NamedChange) {
  const { words, from, to } = change;
  if (words !== undefined) {
    return (
      <>
        {words.map(({ op, text: run }, index) =>
          op === 'same' ? (
            <span key={index}>{run}</span>
          ) : op === 'added' ? (
            <ins
              key={index}
              className="cl-added"
            >
              {run}
            </ins>
          ) : (
            <del
              key={index}
              className="cl-removed"
            >
              {run}
            </del>
          )
        )}
      </>
    );
  }
  return (
    <>
      {kind === 'added' ? null : <Before value={from} />}
      {kind === 'removed' ? null : <After value={to} />}
    </>
  );
}

export interface ChangesProps {
  version: number;
  /** Another version than the one in force. */
  against?: number | null;
}

/** What a version changes in the resolved charter, section by section. */
export function Changes({ version, against = null }: ChangesProps) {
  const difference = useDifference(version, against);
  const after = useVersion(version);
  const other = difference.data?.against ?? null;
  const before = useVersion(other);
  const failed = [difference, after, ...(other === null ? [] : [before])].find(
    ({ isError }) => isError
  );
  if (failed !== undefined) {
    return (
      <ErrorLine
        reason={failed.error}
        onRetry={() => void failed.refetch()}
      />
    );
  }
  if (!difference.isSuccess || !after.isSuccess || (other !== null && !before.isSuccess)) {
    return <p role="status">{text('room.loading')}</p>;
  }
  if (other === version) return <p>{text('trials.isInForce', { version })}</p>;
  const found = changedSections(
    difference.data.changes,
    before.data?.resolved,
    after.data.resolved
  );
  if (found.length === 0) {
    return <p>{text('trials.noChanges', { version, against: other ?? 0 })}</p>;
  }
  return (
    <div className="cl-form">
      <p>
        {other === null
          ? text('trials.allNew', { version })
          : text('trials.changesAgainst', {
              ...{ version, against: other },
              changed: countOf(found, 'changed') + countOf(found, 'order'),
              added: countOf(found, 'added'),
              removed: countOf(found, 'removed'),
            })}
      </p>
      <p className="cl-second">
        <ins className="cl-added">{text('trials.legendAdded')}</ins>{' '}
        <del className="cl-removed">{text('trials.legendRemoved')}</del>
      </p>
      {found.map(({ section, changes }) => (
        <section
          key={section}
          className="cl-changes"
        >
          <h3 className="cl-heading">{section}</h3>
          <table className="cl-change-table">
            <caption className="cl-spoken">{text('trials.changesOf', { section })}</caption>
            <thead className="cl-spoken">
              <tr>
                <th>{text('trials.place')}</th>
                <th>{text('trials.kind')}</th>
                <th>{text('trials.content')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(one => (
                <tr key={`${one.kind} ${one.change.path}`}>
                  <th scope="row">{one.where.length === 0 ? section : one.where.join(' / ')}</th>
                  <td className="cl-second">{text(kinds[one.kind])}</td>
                  <td className="cl-change-text">
                    <Content {...one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
