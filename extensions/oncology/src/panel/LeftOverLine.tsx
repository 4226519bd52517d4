import { GiveUp, StateIcon, text } from '@corelab/ui';
import { conflictRows } from '../case/conflict.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';

/** What was written on this computer and is not in the signed read: both beside each other, and what to do about it. */
export function LeftOverLine({
  store,
  snapshot,
}: {
  store: Pick<CaseStore, 'giveUpLeftOver'>;
  snapshot: Pick<CaseSnapshot, 'leftOver' | 'document'>;
}) {
  const { leftOver, document } = snapshot;
  if (leftOver === null) return null;
  return (
    <section
      className="cl-section"
      role="alert"
      data-left-over
    >
      <p className="cl-row">
        <StateIcon icon="warning" /> <b>{text('left.title', { count: leftOver.changes })}</b>
      </p>
      <p>{text('left.what')}</p>
      <table className="cl-data-table">
        <thead>
          <tr>
            <th scope="col">{text('left.field')}</th>
            <th scope="col">{text('left.here')}</th>
            <th scope="col">{text('left.signed')}</th>
          </tr>
        </thead>
        <tbody>
          {conflictRows(leftOver.document, document).map(({ id, label, mine, theirs }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <GiveUp onGiveUp={() => void store.giveUpLeftOver()} />
    </section>
  );
}
