import { StateIcon, text } from '@corelab/ui';
import { looks, type Cell, type Slot, type Standing } from './standings.js';

/** Where nothing can be read now, the word is said once for all slots. */
const saidOnce: readonly Standing[] = ['expected', 'notExpected', 'missed', 'notReadable'];

export const standingName = (standing: Standing): string => text(`progress.standing.${standing}`);

const manyComponents = ({ slots }: Cell): boolean =>
  new Set(slots.map(({ component }) => component)).size > 1;

const onceForAll = ({ slots, standing }: Cell): Standing | null => {
  const [first, ...others] = slots;
  if (first === undefined) return standing;
  const alike = others.every(one => one.standing === first.standing);
  return alike && saidOnce.includes(first.standing) ? first.standing : null;
};

const slotName = (cell: Cell, { slot, component }: Slot): string =>
  manyComponents(cell) ? text('progress.slotOf', { slot, component }) : slot;

/** All of a cell in words. */
export function cellText(cell: Cell): string {
  const once = onceForAll(cell);
  const slots =
    once === null
      ? cell.slots.map(one =>
          text(one.late ? 'progress.slotLate' : 'progress.slot', {
            slot: slotName(cell, one),
            standing: standingName(one.standing),
          })
        )
      : [standingName(once)];
  const lateSaid = once === null && cell.slots.some(({ late }) => late);
  return [
    ...slots,
    ...(cell.late && !lateSaid && once !== 'late' ? [text('progress.late')] : []),
    ...(cell.stuck ? [text('progress.stuck')] : []),
    ...(cell.queries === 0 ? [] : [text('progress.queries', { count: cell.queries })]),
  ].join(', ');
}

function Mark({ standing }: { standing: Standing }) {
  return (
    <b
      className={`cl-${looks[standing].colour}`}
      data-mark={standing}
    >
      {looks[standing].mark}
    </b>
  );
}

function SlotMark({ cell, slot }: { cell: Cell; slot: Slot }) {
  return (
    <span className="cl-slot">
      {slotName(cell, slot)}
      <Mark standing={slot.standing} />
      {slot.late ? <Mark standing="late" /> : null}
    </span>
  );
}

/** A subject's timepoint: its slots with their marks, and badges. Its words are the cell's name. */
export function MatrixCell({ cell }: { cell: Cell }) {
  const once = onceForAll(cell);
  return (
    <span
      className="cl-matrix-content"
      aria-hidden
    >
      {once === null ? (
        cell.slots.map(slot => (
          <SlotMark
            key={`${slot.component} ${slot.slot}`}
            cell={cell}
            slot={slot}
          />
        ))
      ) : (
        <span className={`cl-${looks[once].colour}`}>{standingName(once)}</span>
      )}
      {once !== null && once !== 'late' && cell.late ? <Mark standing="late" /> : null}
      {cell.stuck ? <StateIcon icon="blocked" /> : null}
      {cell.queries === 0 ? null : <span className="cl-badge">?{cell.queries}</span>}
    </span>
  );
}
