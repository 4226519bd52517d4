import { text } from './text.js';

export interface KeyLine {
  keys: string;
  label: string;
}

/** All keys of the current scope, in the panel; the images stay free. */
export function KeyOverlay({ lines, onClose }: { lines: readonly KeyLine[]; onClose(): void }) {
  return (
    <section
      className="cl-overlay"
      role="dialog"
      aria-label={text('keys.title')}
    >
      <div className="cl-row">
        <h2 className="cl-heading cl-grow">{text('keys.title')}</h2>
        <button
          type="button"
          className="cl-button"
          onClick={onClose}
        >
          {text('keys.close')} <kbd className="cl-key">Esc</kbd>
        </button>
      </div>
      <dl className="cl-keys">
        {lines.map(({ keys, label }) => (
          <div
            key={`${keys}-${label}`}
            className="cl-row"
          >
            <dt>
              <kbd className="cl-key">{keys}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
