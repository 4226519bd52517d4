import type { Instrument, Metric, Selection } from '../instrument.js';

const sides: Selection = { features: ['mta'] };
const agg = (is: string) => ({ parameter: 'mta.agg', is }) as const;
const title = 'Medial temporal atrophy';
const total: readonly Metric[] = [
  { ...{ id: 'mta', title, kind: 'mean', decimals: 1 }, of: sides, atLeast: 1, when: agg('mean') },
  {
    ...{ id: 'mta', title, kind: 'max', of: sides, when: agg('max') },
    ...{ essential: ['left', 'right'], unlessAtLeast: 4 },
  },
  { ...{ id: 'mta', title, kind: 'item', item: 'left', when: agg('left') } },
  { ...{ id: 'mta', title, kind: 'item', item: 'right', when: agg('right') } },
];

/** Atrophy of the medial temporal lobe on coronal T1. */
export const mta: Instrument = {
  id: 'mta',
  title: 'MTA',
  source: ['Scheltens 1992'],
  parameters: {
    'mta.agg': {
      values: ['mean', 'max', 'left', 'right'],
      default: 'mean',
      meaning: 'what the score is of both sides; a mean of one side alone is flagged',
    },
  },
  features: [
    {
      ...{ id: 'mta', title, bare: true },
      sites: [
        { id: 'left', title: 'left' },
        { id: 'right', title: 'right' },
      ],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'no atrophy' },
          { value: 1, meaning: 'choroid fissure wider' },
          { value: 2, meaning: 'temporal horn wider too, mild loss of height' },
          { value: 3, meaning: 'moderate loss of height' },
          { value: 4, meaning: 'marked loss of height, structure lost' },
        ],
      },
    },
  ],
  metrics: total,
  total: 'mta',
  consistency: [],
};

/** White matter hyperintensities on axial FLAIR or T2. */
export const fazekas: Instrument = {
  id: 'faz',
  title: 'Fazekas',
  source: ['Fazekas 1987'],
  parameters: {
    'faz.singleDot': {
      values: [1, 0],
      default: 1,
      meaning: 'the grade of a single punctate lesion of the deep white matter',
    },
  },
  features: [
    {
      ...{ id: 'pv', title: 'Periventricular', bare: true },
      sites: [{ id: 'pv', title: 'periventricular white matter' }],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'none' },
          { value: 1, meaning: 'caps or a thin line' },
          { value: 2, meaning: 'smooth halo' },
          { value: 3, meaning: 'irregular, into the deep white matter' },
        ],
      },
    },
    {
      ...{ id: 'deep', title: 'Deep', bare: true },
      sites: [{ id: 'deep', title: 'deep white matter' }],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'none' },
          { value: 1, meaning: 'punctate' },
          { value: 2, meaning: 'beginning to be confluent' },
          { value: 3, meaning: 'large confluent areas' },
        ],
      },
    },
  ],
  metrics: [
    { ...{ id: 'single', title: 'Grade of the deep white matter', kind: 'item', item: 'deep' } },
    {
      ...{ id: 'total', title: 'Fazekas', kind: 'sum', missing: 'complete' },
      of: { features: ['pv', 'deep'] },
    },
  ],
  total: 'total',
  consistency: [],
};

const regions = { features: ['region'] } as const;

/** Early ischaemic change in the territory of the middle cerebral artery: 10 less a point for each region. */
export const aspects: Instrument = {
  id: 'aspects',
  title: 'ASPECTS',
  source: ['Barber 2000'],
  parameters: {
    'aspects.modality': {
      values: ['CT', 'DWI'],
      default: 'CT',
      meaning: 'what is read; swelling alone and old infarcts do not count on either',
    },
  },
  features: [
    {
      ...{ id: 'region', title: 'Region', bare: true },
      sites: [
        { id: 'C', title: 'caudate', group: 'ganglionic' },
        { id: 'L', title: 'lentiform nucleus', group: 'ganglionic' },
        { id: 'IC', title: 'internal capsule, posterior limb', group: 'ganglionic' },
        { id: 'I', title: 'insular ribbon', group: 'ganglionic' },
        { id: 'M1', title: 'anterior MCA cortex', group: 'ganglionic' },
        { id: 'M2', title: 'MCA cortex beside the insula', group: 'ganglionic' },
        { id: 'M3', title: 'posterior MCA cortex', group: 'ganglionic' },
        { id: 'M4', title: 'anterior MCA territory above M1', group: 'supraganglionic' },
        { id: 'M5', title: 'lateral MCA territory above M2', group: 'supraganglionic' },
        { id: 'M6', title: 'posterior MCA territory above M3', group: 'supraganglionic' },
      ],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'normal' },
          { value: 1, meaning: 'early ischaemic change' },
        ],
      },
    },
  ],
  metrics: [
    {
      ...{ id: 'affected', title: 'Affected regions', kind: 'sum', missing: 'complete' },
      of: regions,
    },
    {
      ...{
        id: 'aspects',
        title: 'ASPECTS',
        kind: 'linear',
        metric: 'affected',
        times: -1,
        plus: 10,
      },
    },
    {
      ...{ id: 'seen', title: 'Regions seen to be affected', kind: 'sum', missing: 'present' },
      of: regions,
    },
    {
      ...{
        id: 'atMost',
        title: 'ASPECTS at most',
        kind: 'linear',
        metric: 'seen',
        times: -1,
        plus: 10,
      },
    },
    {
      ...{ id: 'atLeast', title: 'ASPECTS at least', kind: 'count', of: regions, atLeast: 1 },
      passing: { is: '<=', than: 0 },
    },
  ],
  total: 'aspects',
  consistency: [],
  worse: 'lower',
};
