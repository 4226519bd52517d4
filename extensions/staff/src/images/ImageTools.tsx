import { text, windowsOf } from '@corelab/ui';
import type { ExamPanes } from './examPanes.js';

/** Grey values of the active pane, and the lengths that were drawn: what the toolbar over the images does not have. */
export function ImageTools({ panes }: { panes: ExamPanes }) {
  return (
    <section className="cl-form cl-tight">
      <h3 className="cl-caption">{text('qc.images.window')}</h3>
      <div className="cl-row cl-wrap">
        {windowsOf({}).map(({ id, name, center, width }) => (
          <button
            key={id}
            type="button"
            className="cl-button"
            data-window-preset={id}
            onClick={() => panes.setWindow({ center, width })}
          >
            {name}
          </button>
        ))}
        <button
          type="button"
          className="cl-button"
          onClick={() => panes.setWindow(null)}
        >
          {text('qc.images.asAcquired')}
        </button>
      </div>
      <div className="cl-row cl-wrap">
        <p className="cl-second cl-grow">{text('qc.images.lengths')}</p>
        <button
          type="button"
          className="cl-button"
          onClick={() => panes.clearLengths()}
        >
          {text('qc.images.clearLengths')}
        </button>
      </div>
    </section>
  );
}
