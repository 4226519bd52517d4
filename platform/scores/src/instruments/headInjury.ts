import type { Feature, Instrument, Metric, Test } from '../instrument.js';

const grades = (...meanings: readonly string[]): Feature['scale'] => ({
  kind: 'grades',
  grades: meanings.map((meaning, value) => ({ value, meaning })),
});
const one = (id: string, title: string, scale: Feature['scale']): Feature => ({
  ...{ id, title, scale, bare: true },
  sites: [{ id, title }],
});
const asItIs = ({ id, title }: Feature): Metric => ({ id, title, kind: 'item', item: id });
const at = (metric: string, is: Test['is'], than: number) => ({ metric, test: { is, than } });

const marshallFeatures: readonly Feature[] = [
  one('evacuated', 'Mass lesion evacuated', grades('no', 'yes')),
  one('volume', 'Volume of the largest high- or mixed-density lesion', {
    ...{ kind: 'measure', unit: 'mL', from: 0 },
  }),
  one('shift', 'Midline shift at the septum pellucidum', {
    ...{ kind: 'measure', unit: 'mm', from: 0 },
  }),
  one('cisterns', 'Basal cisterns', grades('open', 'compressed', 'absent')),
  one('blood', 'Blood of any kind', grades('no', 'yes')),
];

/** Class of head injury on CT: the first that applies. */
export const marshall: Instrument = {
  id: 'marshall',
  title: 'Marshall',
  source: ['Marshall 1991'],
  parameters: {},
  features: marshallFeatures,
  metrics: [
    ...marshallFeatures.map(asItIs),
    {
      ...{ id: 'class', title: 'Marshall class', kind: 'cases' },
      needs: marshallFeatures.map(({ id }) => id),
      cases: [
        { all: [at('evacuated', '>=', 1)], value: 'V' },
        { all: [at('volume', '>', 25)], value: 'VI' },
        { all: [at('shift', '>', 5)], value: 'IV' },
        { all: [at('cisterns', '>=', 1)], value: 'III' },
        { all: [at('shift', '>', 0)], value: 'II' },
        { all: [at('volume', '>', 0)], value: 'II' },
        { all: [at('blood', '>=', 1)], value: 'II' },
        { all: [], value: 'I' },
      ],
    },
  ],
  total: 'class',
  consistency: [],
};

const rotterdamFeatures: readonly Feature[] = [
  one('cisterns', 'Basal cisterns', grades('normal', 'compressed', 'absent')),
  one('shift', 'Midline shift', grades('5 mm or less', 'more than 5 mm')),
  one('epidural', 'Epidural mass lesion', grades('present', 'absent')),
  one('blood', 'Intraventricular or traumatic subarachnoid blood', grades('absent', 'present')),
];
const normalScan = (is: string) => ({ parameter: 'rotterdam.normalScan', is }) as const;
const total = { id: 'total', title: 'Rotterdam score' } as const;

/** Head injury on CT, 1 to 6. */
export const rotterdam: Instrument = {
  id: 'rotterdam',
  title: 'Rotterdam CT score',
  source: ['Maas 2005'],
  parameters: {
    'rotterdam.normalScan': {
      values: ['literal', 'forceOne'],
      default: 'literal',
      meaning: 'a scan without any finding is 2, since no epidural lesion is there, or 1',
    },
  },
  features: rotterdamFeatures,
  metrics: [
    ...rotterdamFeatures.map(asItIs),
    {
      ...{ id: 'points', title: 'Points', kind: 'sum', missing: 'complete' },
      of: { features: rotterdamFeatures.map(({ id }) => id) },
    },
    {
      ...{ id: 'literal', title: 'Points and one', kind: 'linear', metric: 'points' },
      times: 1,
      plus: 1,
    },
    {
      ...{ ...total, kind: 'cases', needs: ['points'], when: normalScan('literal') },
      cases: [{ all: [], value: { metric: 'literal' } }],
    },
    {
      ...{ ...total, kind: 'cases', needs: ['points'], when: normalScan('forceOne') },
      cases: [
        {
          all: [
            ...[at('cisterns', '=', 0), at('shift', '=', 0)],
            ...[at('epidural', '=', 1), at('blood', '=', 0)],
          ],
          value: 1,
        },
        { all: [], value: { metric: 'literal' } },
      ],
    },
  ],
  total: 'total',
  consistency: [],
};
