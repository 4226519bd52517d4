import { useSyncExternalStore } from 'react';
import { lastSessionNotice, onSessionNotice } from './sessionAnnouncement.js';
import { StateIcon } from './StateIcon.js';
import { text } from './text.js';

/** Two minutes before the session ends: until when, and Stay. In the panel and on pages, never over images. */
export function SessionNotice() {
  const notice = useSyncExternalStore(onSessionNotice, lastSessionNotice);
  if (notice === null) {
    return null;
  }
  const { time, limitHours } = notice;
  return (
    <div
      className="cl-notice"
      role="alert"
      data-session="warning"
    >
      <StateIcon icon="warning" />
      <span className="cl-grow">
        {limitHours === null
          ? text('session.warning', { time })
          : text('session.limit', { time, hours: limitHours })}
      </span>
      {limitHours === null ? (
        <button
          type="button"
          className="cl-button"
          data-act="stay"
          onClick={notice.onStay}
        >
          {text('session.stay')}
        </button>
      ) : null}
    </div>
  );
}
