import type { ReadDocument } from '@corelab/reads';
import { text } from '@corelab/ui';

/** "All regions optimal", or what is not, region by region. */
export function qualitySummary({ imageQuality }: ReadDocument): string {
  const worse = imageQuality.filter(({ value }) => value !== 'optimal');
  return worse.length === 0
    ? text('quality.allOptimal')
    : worse
        .map(({ region, value, reason }) => {
          const values = { region: text(`region.${region}`), value: text(`quality.${value}`) };
          return reason === null
            ? text('quality.regionOpen', values)
            : text('quality.regionIs', { ...values, reason: reason.text });
        })
        .join('; ');
}
