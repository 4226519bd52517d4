import { toClientError } from '@corelab/client';
import { text } from '@corelab/ui';

export interface ErrorLineProps {
  reason: unknown;
  onRetry?(): void;
}

/** What went wrong, in the server's sentence, and the way to try again. */
export function ErrorLine({ reason, onRetry }: ErrorLineProps) {
  const { message, isOffline } = toClientError(reason);
  return (
    <div className="cl-row">
      <p
        role="alert"
        className="cl-stop"
      >
        {isOffline ? text('room.offline') : message}
      </p>
      {onRetry === undefined ? null : (
        <button
          type="button"
          className="cl-button"
          onClick={onRetry}
        >
          {text('list.retry')}
        </button>
      )}
    </div>
  );
}
