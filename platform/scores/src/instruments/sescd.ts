import type { Feature, Instrument, Metric } from '../instrument.js';

/** From proximal to distal: a narrowing that is not passable leaves those before it unexplored. */
const segments = {
  ileum: 'ileum',
  right: 'right colon',
  transverse: 'transverse colon',
  left: 'left colon with sigmoid',
  rectum: 'rectum',
} as const;
const ids = Object.keys(segments);

const feature = (id: string, title: string, meanings: readonly string[]): Feature => ({
  ...{ id, title },
  sites: Object.entries(segments).map(([site, name]) => ({ id: site, title: name, group: site })),
  scale: { kind: 'grades', grades: meanings.map((meaning, value) => ({ value, meaning })) },
});

const features: readonly Feature[] = [
  feature('ulcerSize', 'Size of ulcers', [
    'none',
    'aphthous, up to 0.5 cm',
    'large, above 0.5 up to 2 cm',
    'very large, above 2 cm',
  ]),
  feature('ulcerated', 'Ulcerated surface', ['none', 'less than 10 %', '10 to 30 %', 'above 30 %']),
  feature('affected', 'Affected surface', ['none', 'less than 50 %', '50 to 75 %', 'above 75 %']),
  feature('narrowing', 'Narrowing', [
    'none',
    'single, passable',
    'multiple, passable',
    'not passable',
  ]),
];
const all = features.map(({ id }) => id);

const subscores: readonly Metric[] = Object.entries(segments).map(([site, title]) => ({
  ...{ id: site, title, kind: 'sum', missing: 'complete' },
  of: { features: all, group: site },
}));

const some = { is: '>=', than: 1 } as const;

/** Simple endoscopic score for Crohn's disease. */
export const sescd: Instrument = {
  id: 'sescd',
  title: 'SES-CD',
  source: ['Daperno 2004'],
  parameters: {
    'sescd.response': {
      values: { from: 0, to: 100 },
      default: 50,
      meaning: 'percent by which the score has to fall for a response',
    },
    'sescd.remission': {
      values: [4, 2],
      default: 4,
      meaning: 'the highest score of a remission',
    },
    'sescd.boundary': {
      values: ['table'],
      default: 'table',
      meaning: 'to which grade a value on a boundary belongs',
    },
  },
  features,
  metrics: [
    ...subscores,
    {
      ...{ id: 'total', title: 'SES-CD', kind: 'sum', missing: 'present', reachable: 56 },
      of: { features: all },
    },
    {
      ...{ id: 'ulcers', title: 'Segments with ulcers', kind: 'count', passing: some, atLeast: 1 },
      of: { features: ['ulcerSize'] },
    },
    {
      ...{ id: 'above1', title: 'Items above 1', kind: 'count', atLeast: 1 },
      ...{ of: { features: all }, passing: { is: '>', than: 1 } },
    },
    {
      ...{ id: 'ulcerFree', title: 'Free of ulcers', kind: 'meets', metric: 'ulcers' },
      test: { is: '=', than: 0 },
    },
  ],
  total: 'total',
  outcomes: [
    {
      ...{ id: 'response', title: 'Endoscopic response' },
      all: [
        { sameItems: { features: all } },
        {
          ...{ fallOf: 'total', in: 'percent' },
          test: { is: '>=', than: { parameter: 'sescd.response' } },
        },
      ],
    },
    {
      ...{ id: 'remission', title: 'Endoscopic remission' },
      all: [
        { sameItems: { features: all } },
        { metric: 'total', test: { is: '<=', than: { parameter: 'sescd.remission' } } },
        { fallOf: 'total', in: 'points', test: { is: '>=', than: 2 } },
        { metric: 'above1', test: { is: '=', than: 0 } },
      ],
    },
  ],
  consistency: [
    {
      ...{ id: 'sescd.ulcerSurface', at: ids, where: { feature: 'ulcerSize', passing: some } },
      then: { feature: 'ulcerated', passing: some },
      message: 'Ulcers have a size, and no surface is ulcerated.',
    },
    {
      ...{ id: 'sescd.surfaceUlcer', at: ids, where: { feature: 'ulcerated', passing: some } },
      then: { feature: 'ulcerSize', passing: some },
      message: 'A surface is ulcerated, and no ulcer has a size.',
    },
    {
      ...{ id: 'sescd.ulceratedAffected', at: ids, where: { feature: 'ulcerated', passing: some } },
      then: { feature: 'affected', passing: some },
      message: 'A surface is ulcerated, and none is affected.',
    },
    {
      ...{ id: 'sescd.notPassed', at: ids },
      where: { feature: 'narrowing', passing: { is: '>=', than: 3 } },
      then: { sitesBefore: ['NI', 'SX', 'NA'] },
      message: 'A narrowing could not be passed, and a segment before it is scored.',
    },
  ],
};
