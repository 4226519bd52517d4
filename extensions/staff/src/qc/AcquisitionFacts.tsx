import { text, type TextKey } from '@corelab/ui';
import type { Acquisition, Series } from './qcData.js';

function millimetres(range: Acquisition['sliceThicknessMm']): string | null {
  if (range === null) return null;
  const { from, to } = range;
  return from === to ? text('qc.series.mm', { from }) : text('qc.series.mmRange', { from, to });
}

type Fact = readonly [name: TextKey, value: string | null];

const ofArchive = (acquisition: Acquisition): readonly Fact[] => [
  ['qc.series.number', acquisition.number === null ? null : String(acquisition.number)],
  ['qc.series.description', acquisition.description],
  ['qc.series.scanner', acquisition.scanner],
  ['qc.series.thickness', millimetres(acquisition.sliceThicknessMm)],
  ['qc.series.spacing', millimetres(acquisition.pixelSpacingMm)],
  ['qc.series.matrix', acquisition.matrix],
  ['qc.series.kernel', acquisition.kernel],
  [
    'qc.series.contrast',
    text(acquisition.contrastAgent ? 'qc.series.contrastYes' : 'qc.series.contrastNo'),
  ],
];

export interface AcquisitionFactsProps {
  series: Series;
  acquisition: Acquisition | null;
}

/** What is known of how a series was acquired; what its images do not say is said to be unknown. */
export function AcquisitionFacts({ series, acquisition }: AcquisitionFactsProps) {
  const images = acquisition?.images ?? series.images;
  const facts: readonly Fact[] = [
    ['qc.series.images', images === null ? null : String(images)],
    ['qc.series.date', series.date],
    ...(acquisition === null ? [] : ofArchive(acquisition)),
  ];
  return (
    <dl className="cl-facts-wide">
      {facts.map(([name, value]) => (
        <div
          key={name}
          className="cl-fact"
        >
          <dt>{text(name)}</dt>
          <dd className={value === null ? 'cl-second' : ''}>{value ?? text('qc.unknown')}</dd>
        </div>
      ))}
      <div className="cl-fact cl-fact-long">
        <dt>{text('qc.series.uid')}</dt>
        <dd className="cl-uid">{series.seriesUid}</dd>
      </div>
    </dl>
  );
}
