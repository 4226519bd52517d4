import type { Grade, Instrument, Metric, Test } from '../instrument.js';

const cortices = [
  { id: 'medial', title: 'medial cortex', group: 'AP' },
  { id: 'lateral', title: 'lateral cortex', group: 'AP' },
  { id: 'anterior', title: 'anterior cortex', group: 'lateral' },
  { id: 'posterior', title: 'posterior cortex', group: 'lateral' },
];
const of = { features: ['cortex'] } as const;

interface Union {
  readonly of: readonly Grade[];
  /** From this total on the fracture is united. */
  readonly cut: number;
  /** From this grade on a cortex is bridged. */
  readonly bridged: number;
}

const instrumentOf = (
  id: 'rust' | 'mrust',
  title: string,
  source: readonly string[],
  { of: grades, cut, bridged }: Union
): Instrument => {
  const missing = `${id}.missing`;
  const name = { id: 'total', title } as const;
  const passing: Test = { is: '>=', than: bridged };
  const totals: readonly Metric[] = [
    {
      ...{ ...name, kind: 'sum', of, missing: 'complete' },
      when: { parameter: missing, is: 'null' },
    },
    {
      ...{ ...name, kind: 'mean', of, times: 4, atLeast: 3 },
      when: { parameter: missing, is: 'scale' },
    },
  ];
  return {
    ...{ id, title, source },
    parameters: {
      [missing]: {
        values: ['null', 'scale'],
        default: 'null',
        meaning: 'with a hidden cortex the total is null, or four times the mean of three',
      },
    },
    features: [
      {
        ...{ id: 'cortex', title: 'Cortex', bare: true, sites: cortices },
        scale: { kind: 'grades', grades },
      },
    ],
    metrics: [
      ...totals,
      { ...{ id: 'mean', title: 'Mean of a scored cortex', kind: 'mean' }, of, atLeast: 1 },
      { ...{ id: 'bridged', title: 'Bridged cortices', kind: 'count' }, of, passing, atLeast: 3 },
      {
        ...{ id: 'union', title: `Union by total >= ${cut}`, kind: 'meets', metric: 'total' },
        test: { is: '>=', than: cut },
      },
      {
        ...{ id: 'union3of4', title: 'Union by three bridged cortices', kind: 'meets' },
        ...{ metric: 'bridged', test: { is: '>=', than: 3 } },
      },
    ],
    total: 'total',
    consistency: [],
    worse: 'lower',
  };
};

/** Radiographic union scale in tibial fractures. */
export const rust = instrumentOf('rust', 'RUST', ['Whelan 2010'], {
  of: [
    { value: 1, meaning: 'no callus, fracture line visible' },
    { value: 2, meaning: 'callus, fracture line visible' },
    { value: 3, meaning: 'callus, fracture line not visible' },
  ],
  ...{ cut: 10, bridged: 3 },
});

/** Modified RUST. */
export const mrust = instrumentOf('mrust', 'mRUST', ['Litrenta 2015'], {
  of: [
    { value: 1, meaning: 'no callus' },
    { value: 2, meaning: 'callus, not bridging' },
    { value: 3, meaning: 'bridging callus, fracture line visible' },
    { value: 4, meaning: 'remodelled, fracture line not visible' },
  ],
  ...{ cut: 13, bridged: 3 },
});
