import type { KeptCase } from '@corelab/client';
import { text } from '@corelab/ui';
import { roleName } from './roleName.js';

export interface LeavingNoticeProps {
  /** Cases with changes that only this computer has. */
  cases: readonly KeptCase[];
  /** What to work as instead; null where it is asked whether to log out. */
  hat: string | null;
  onStay(): void;
  onLeave(): void;
}

/** Asked before a person logs out or changes the role with changes that the server does not have. */
export function LeavingNotice({ cases, hat, onStay, onLeave }: LeavingNoticeProps) {
  const names = cases.map(({ title }) => title ?? text('kept.case')).join(', ');
  return (
    <section
      className="cl-leaving"
      role="alert"
      data-leaving
    >
      <p>{text(hat === null ? 'list.leaving' : 'list.leavingHat', { cases: names })}</p>
      <div className="cl-row">
        <button
          type="button"
          className="cl-button cl-button-primary"
          autoFocus
          onClick={onStay}
        >
          {text('list.stay')}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={onLeave}
        >
          {hat === null ? text('list.leave') : text('list.changeHat', { role: roleName(hat) })}
        </button>
      </div>
    </section>
  );
}
