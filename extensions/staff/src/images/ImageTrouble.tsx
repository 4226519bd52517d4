import { useEffect, useState } from 'react';
import type { ImageLoads } from '@corelab/host';
import { text } from '@corelab/ui';

/** How many images have not come, and the way to ask for them again. Nothing while all come. */
export function ImageTrouble({ loads }: { loads: ImageLoads }) {
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const following = loads.follow({
      failed: imageId => setMissing(before => new Set([...before, imageId])),
      loaded: imageId =>
        setMissing(before =>
          before.has(imageId) ? new Set([...before].filter(one => one !== imageId)) : before
        ),
    });
    return () => following.unsubscribe();
  }, [loads]);
  if (missing.size === 0) return null;
  return (
    <div
      role="alert"
      className="cl-row cl-wrap"
    >
      <p className="cl-attention cl-grow">{text('qc.images.missing', { count: missing.size })}</p>
      <button
        type="button"
        className="cl-button"
        onClick={() => {
          // What fails again is told to the listener above, as it was before.
          void Promise.allSettled([...missing].map(imageId => loads.load(imageId)));
        }}
      >
        {text('list.retry')}
      </button>
    </div>
  );
}
