import type { ReactNode } from 'react';
import { StateIcon, type IconName } from './StateIcon.js';
import { text } from './text.js';

export type SaveState =
  | 'saved'
  | 'saving'
  | 'slow'
  | 'offline'
  | 'conflict'
  | 'locked'
  | 'gone'
  | 'onHold'
  | 'elsewhere'
  | 'sessionEnded'
  | 'error'
  | 'signed';

export interface SaveView {
  state: SaveState;
  /** Clock time of the acknowledgement, already formatted; null before the first. */
  savedAt: string | null;
  pending: number;
  /** Changes that reached the server after it had been away. */
  returned?: number;
  keptHere: boolean;
  /** It is not known yet whether this computer keeps the newest. */
  keeping?: boolean;
  message: string | null;
}

/** The shape that goes with each state, in the panel and in the header. */
export const saveIcons: Readonly<Record<SaveState, IconName>> = {
  saved: 'saved',
  saving: 'saving',
  slow: 'offline',
  offline: 'offline',
  conflict: 'warning',
  locked: 'locked',
  gone: 'locked',
  onHold: 'paused',
  elsewhere: 'locked',
  sessionEnded: 'locked',
  error: 'blocked',
  signed: 'locked',
};

/** Whether the page has changes that, as far as is known, are nowhere else. */
export const onlyInPage = ({
  pending,
  keptHere,
  keeping = false,
}: Pick<SaveView, 'pending' | 'keptHere' | 'keeping'>): boolean =>
  pending > 0 && (!keptHere || keeping);

/** The one sentence about what is saved. */
export function saveSentence(save: SaveView): string {
  const known = save.keeping !== true || !save.keptHere;
  switch (save.state) {
    case 'saved':
      if ((save.returned ?? 0) > 0) {
        return text('save.returned', { count: save.returned ?? 0 });
      }
      if (save.savedAt === null) return text(save.keptHere ? 'save.saved' : 'save.savedNotKept');
      return text(save.keptHere ? 'save.savedAt' : 'save.savedAtNotKept', { time: save.savedAt });
    case 'offline':
      if (!known) return text('save.offline');
      return save.keptHere
        ? text('save.offlineKept', { count: save.pending })
        : text('save.offlineNotKept');
    case 'slow':
      if (!known) return text('save.slow');
      return save.keptHere
        ? text('save.slowKept', { count: save.pending })
        : text('save.slowNotKept');
    case 'gone':
      if (!known) return text('save.gone');
      return save.keptHere
        ? text('save.goneKept', { count: save.pending })
        : text('save.goneNotKept');
    case 'error':
      return known && save.keptHere && save.pending > 0
        ? text('save.errorKept', { message: save.message ?? '', count: save.pending })
        : text('save.error', { message: save.message ?? '' });
    case 'saving':
    case 'conflict':
    case 'locked':
    case 'onHold':
    case 'elsewhere':
    case 'sessionEnded':
    case 'signed':
      return text(`save.${save.state}`);
  }
}

export interface StateLineProps {
  save: SaveView;
  onRetry?(): void;
  /** Where to log in again. */
  loginHref?: string;
  children?: ReactNode;
}

/** Save and lock state, always visible at the top of the panel, announced politely. */
export function StateLine({ save, onRetry, loginHref, children }: StateLineProps) {
  const canRetry = ['offline', 'slow', 'error'].includes(save.state);
  return (
    <div className="cl-state-line">
      <StateIcon icon={saveIcons[save.state]} />
      <span
        role="status"
        aria-live="polite"
        data-save={save.state}
        className="cl-grow"
      >
        {saveSentence(save)}
      </span>
      {canRetry && onRetry !== undefined ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={onRetry}
        >
          {text('save.retry')}
        </button>
      ) : null}
      {save.state === 'sessionEnded' && loginHref !== undefined ? (
        <a
          className="cl-link"
          href={loginHref}
        >
          {text('save.login')}
        </a>
      ) : null}
      {children}
    </div>
  );
}
