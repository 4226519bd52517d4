import { useId, useState } from 'react';
import { reasonOfRegion, type ReadDocument } from '@corelab/reads';
import { Chevron, text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';
import { qualitySummary } from '../lesions/qualitySummary.js';
import { RegionLine } from './RegionLine.js';

/** Image quality of the timepoint: one line folded, one line per imaged region unfolded. */
export function QualityLine({ store, document }: { store: CaseStore; document: ReadDocument }) {
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  // A text that waits in a field of it is not folded away.
  const waits = document.imageQuality.some(
    ({ region }) => store.texts.at(reasonOfRegion(region)) !== undefined
  );
  const open = unfolded || waits;
  return (
    <section
      className="cl-section"
      aria-label={text('quality.label')}
    >
      <button
        type="button"
        className="cl-button cl-button-quiet cl-fold"
        data-fold="quality"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setUnfolded(!unfolded)}
      >
        <span className="cl-second">{text('quality.label')}</span>
        <span className="cl-grow cl-line cl-sentence">{qualitySummary(document)}</span>
        <Chevron open={open} />
      </button>
      <div id={id}>
        {open
          ? document.imageQuality.map(quality => (
              <RegionLine
                key={quality.region}
                store={store}
                document={document}
                quality={quality}
              />
            ))
          : null}
      </div>
    </section>
  );
}
