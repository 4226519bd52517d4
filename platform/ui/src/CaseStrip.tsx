import { saveSentence, type SaveView } from './StateLine.js';
import { text } from './text.js';

export interface CaseStripProps {
  trial: string;
  subject: string;
  timepoint: string;
  slot: string;
  save: SaveView | null;
  onList(): void;
}

/** Whose case, which timepoint, saved or not: readable with the panel closed, in the host's header. */
export function CaseStrip({ trial, subject, timepoint, slot, save, onList }: CaseStripProps) {
  return (
    <div
      className="cl-strip"
      role="group"
      aria-label={text('strip.name')}
    >
      <button
        type="button"
        className="cl-button"
        onClick={onList}
      >
        {text('strip.list')}
      </button>
      <span className="cl-second">{trial}</span>
      <b>{subject}</b>
      <b>{timepoint}</b>
      <span className="cl-second">{slot}</span>
      {save === null ? null : <span data-save={save.state}>{saveSentence(save)}</span>}
    </div>
  );
}
