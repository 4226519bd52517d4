import { setImageQuality, type ImageQuality, type ReadDocument } from '@corelab/reads';
import { Field, text } from '@corelab/ui';
import type { CaseStore } from './caseStore.js';

const values: readonly ImageQuality['value'][] = ['optimal', 'limited', 'notReadable'];

/** Image quality of the timepoint; anything but optimal needs its reason. */
export function QualityLine({ store, document }: { store: CaseStore; document: ReadDocument }) {
  const { imageQuality } = document;
  const set = (quality: ImageQuality): void => {
    store.edit(text('edit.quality'), before => setImageQuality(before, quality));
  };
  return (
    <section
      className="cl-section"
      aria-label={text('quality.label')}
    >
      <div className="cl-row cl-wrap">
        <span className="cl-second">{text('quality.label')}</span>
        {values.map(value => (
          <button
            key={value}
            type="button"
            className="cl-button cl-button-quiet"
            aria-pressed={imageQuality.value === value}
            disabled={store.locked}
            onClick={() => set({ value, reason: value === 'optimal' ? '' : imageQuality.reason })}
          >
            {text(`quality.${value}`)}
          </button>
        ))}
      </div>
      {imageQuality.value === 'optimal' ? null : (
        <Field
          label={text('quality.reason')}
          value={imageQuality.reason}
          maxLength={1000}
          disabled={store.locked}
          onCommit={reason => set({ ...imageQuality, reason })}
        />
      )}
    </section>
  );
}
