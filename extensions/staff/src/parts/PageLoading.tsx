import { text } from '@corelab/ui';

/** Stands in the room while a page's own file comes. */
export function PageLoading() {
  return (
    <p
      role="status"
      className="cl-staff-main"
    >
      {text('room.loading')}
    </p>
  );
}
