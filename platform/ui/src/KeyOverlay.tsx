import { text } from './text.js';

export interface KeyLine {
  keys: string;
  label: string;
}

/** Keys that belong together, under their title. */
export interface KeyGroup {
  title: string;
  lines: readonly KeyLine[];
}

function Lines({ title, lines }: KeyGroup) {
  return (
    <>
      <h3 className="cl-caption">{title}</h3>
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
    </>
  );
}

/** All keys of the current scope, in the panel; the images stay free. */
export function KeyOverlay({ groups, onClose }: { groups: readonly KeyGroup[]; onClose(): void }) {
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
      {groups.map(group => (
        <Lines
          key={group.title}
          {...group}
        />
      ))}
    </section>
  );
}
