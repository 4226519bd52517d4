import { text } from './text.js';

export interface PaneFooterProps {
  /** From 1. */
  slice: number;
  slices: number;
  /** The picture is still that of another slice. */
  coming: boolean;
  /** In units of the modality; null when not known. */
  window: { width: number; center: number } | null;
  /** Null where there is nothing to link with. */
  link: { on: boolean; offset: number | null } | null;
  /** What to do next; null for nothing. */
  prompt: string | null;
}

const minus = '−';

function signed(value: number): string {
  return value < 0 ? `${minus}${-value}` : `+${value}`;
}

const whole = (value: number): string =>
  value < 0 ? `${minus}${Math.round(-value)}` : String(Math.round(value));

function linkText({ on, offset }: NonNullable<PaneFooterProps['link']>): string {
  if (!on) {
    return text('pane.notLinked');
  }
  return offset === null || offset === 0
    ? text('pane.linked')
    : text('pane.linkedBy', { offset: signed(offset) });
}

/** Lower edge of a pane: what to draw now, then slice, window and link. */
export function PaneFooter({ slice, slices, coming, window, link, prompt }: PaneFooterProps) {
  return (
    <div className="cl-pane-footer">
      {prompt === null ? null : (
        <p
          className="cl-pane-prompt"
          data-pane-prompt
        >
          {prompt}
        </p>
      )}
      <p className="cl-pane-line cl-numbers">
        <span data-slice>{text('pane.slice', { slice, slices })}</span>
        {coming ? <span data-coming>{text('pane.coming')}</span> : null}
        {window === null ? null : (
          <span data-window>
            {text('pane.window', { width: whole(window.width), center: whole(window.center) })}
          </span>
        )}
        {link === null ? null : <span data-link>{linkText(link)}</span>}
      </p>
    </div>
  );
}
