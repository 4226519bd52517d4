import type { CaseView } from './caseAnnouncement.js';
import { StateIcon } from './StateIcon.js';
import { saveIcons, saveSentence, type SaveView } from './StateLine.js';
import { text } from './text.js';

export interface CaseStripProps {
  /** The open case; null while none is. */
  view: CaseView | null;
  /** What is saved, in the panel's words; null before the first save state. */
  save: SaveView | null;
  onList(): void;
}

function Back() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      className="cl-icon"
    >
      <path d="M9.5 3.5 5 8l4.5 4.5" />
    </svg>
  );
}

/**
 * Whose case, which timepoint, saved or not: readable with the panel closed, in the host's header. Where room is short
 * the trial's name gives way first, then the save state's sentence; both keep their full text as title.
 */
export function CaseStrip({ view, save, onList }: CaseStripProps) {
  return (
    <div
      className="cl-strip"
      role="group"
      aria-label={text('strip.name')}
    >
      <button
        type="button"
        className="cl-button cl-strip-list"
        data-strip="list"
        onClick={onList}
      >
        <Back />
        {view?.returnTo?.name ?? text('strip.list')}
      </button>
      {view === null ? null : (
        <>
          <span
            className="cl-second cl-strip-trial"
            title={view.trial}
          >
            {view.trial}
          </span>
          {view.track === undefined ? null : <b data-strip="track">{view.track}</b>}
          <b data-strip="subject">{view.subject}</b>
          {view.about === undefined ? null : (
            <span
              className="cl-second"
              data-strip="about"
            >
              {view.about}
            </span>
          )}
          <b data-strip="timepoint">{view.timepoint}</b>
          <span className="cl-second">{view.slot}</span>
        </>
      )}
      {view === null || save === null ? null : (
        <>
          <StateIcon icon={saveIcons[save.state]} />
          <span
            className="cl-strip-save"
            data-strip="save"
            title={saveSentence(save)}
          >
            {saveSentence(save)}
          </span>
        </>
      )}
    </div>
  );
}
