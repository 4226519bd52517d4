import type { Instrument, Metric, Site } from '../instrument.js';

const segment = (id: string, title: string, extent: 'both' | 'whole'): Site => ({
  ...{ id, title },
  ...(extent === 'both' ? {} : { when: { parameter: 'mes.extent', is: 'whole' } }),
});
const of = { features: ['mes'] } as const;
const whole = { parameter: 'mes.extent', is: 'whole' } as const;

const sums: readonly Metric[] = [
  {
    ...{ id: 'ms', title: 'Modified Mayo sum', kind: 'sum', of, missing: 'complete', when: whole },
  },
  {
    ...{ id: 'active', title: 'Inflamed segments', kind: 'count', of, when: whole },
    ...{ passing: { is: '>=', than: 1 }, atLeast: 'all' },
  },
  {
    ...{ id: 'ems', title: 'Extended Mayo score', kind: 'product', decimals: 1, when: whole },
    // The extent is in centimetres, the score is by decimetres.
    ...{ metric: 'ms', item: 'extent', factor: 0.1 },
  },
  {
    ...{ id: 'mmes', title: 'MMES', kind: 'quotient', decimals: 1, when: whole },
    ...{ metric: 'ems', by: 'active', whenZero: 0 },
  },
];

/** Mayo endoscopic subscore by segments, with the modified sums. */
export const mes: Instrument = {
  id: 'mes',
  title: 'Mayo endoscopic subscore',
  source: ['Schroeder 1987', 'Lobatón 2015 (modified score)'],
  parameters: {
    'mes.friability': {
      values: ['excludedFrom1', 'original'],
      default: 'excludedFrom1',
      meaning: 'any friability is grade 2, or mild friability is grade 1',
    },
    'mes.extent': {
      values: ['whole', 'rectosigmoid'],
      default: 'whole',
      meaning: 'how far every visit goes',
    },
  },
  features: [
    {
      ...{ id: 'mes', title: 'Mayo grade', bare: true },
      sites: [
        segment('rectum', 'rectum', 'both'),
        segment('sigmoid', 'sigmoid colon', 'both'),
        segment('descending', 'descending colon', 'whole'),
        segment('transverse', 'transverse colon', 'whole'),
        segment('ascending', 'ascending colon with caecum', 'whole'),
      ],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'normal or inactive' },
          { value: 1, meaning: 'erythema, less vascular pattern' },
          { value: 2, meaning: 'marked erythema, no vascular pattern, friability, erosions' },
          { value: 3, meaning: 'spontaneous bleeding, ulceration' },
        ],
      },
    },
    {
      ...{ id: 'extent', title: 'Maximal extent of inflammation', bare: true, optional: true },
      sites: [{ id: 'extent', title: 'extent', when: whole }],
      scale: { kind: 'measure', unit: 'cm', from: 0 },
    },
  ],
  metrics: [
    {
      ...{ id: 'mes', title: 'Mayo endoscopic subscore', kind: 'max', of },
      ...{ essential: ['rectum', 'sigmoid'], unlessAtLeast: 3 },
    },
    ...sums,
    {
      ...{ id: 'improvement', title: 'Endoscopic improvement', kind: 'meets', metric: 'mes' },
      test: { is: '<=', than: 1 },
    },
    {
      ...{ id: 'remission', title: 'Endoscopic remission', kind: 'meets', metric: 'mes' },
      test: { is: '=', than: 0 },
    },
  ],
  total: 'mes',
  consistency: [],
};

/** Ulcerative colitis endoscopic index of severity: the worst segment. */
export const uceis: Instrument = {
  id: 'uceis',
  title: 'UCEIS',
  source: ['Travis 2012 and 2013'],
  parameters: {
    'uceis.site': {
      values: ['worstOverall', 'worstPerItem'],
      default: 'worstOverall',
      meaning: 'all three from the worst segment, or each from its own worst',
    },
  },
  features: [
    {
      ...{ id: 'vascular', title: 'Vascular pattern', bare: true },
      sites: [{ id: 'vascular', title: 'vascular pattern' }],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'normal' },
          { value: 1, meaning: 'patchy loss' },
          { value: 2, meaning: 'complete loss' },
        ],
      },
    },
    {
      ...{ id: 'bleeding', title: 'Bleeding', bare: true },
      sites: [{ id: 'bleeding', title: 'bleeding' }],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'none' },
          { value: 1, meaning: 'mucosal: spots that wash away' },
          { value: 2, meaning: 'luminal, mild: some free blood' },
          { value: 3, meaning: 'luminal, moderate or severe, or oozing after washing' },
        ],
      },
    },
    {
      ...{ id: 'erosions', title: 'Erosions and ulcers', bare: true },
      sites: [{ id: 'erosions', title: 'erosions and ulcers' }],
      scale: {
        kind: 'grades',
        grades: [
          { value: 0, meaning: 'none' },
          { value: 1, meaning: 'erosions up to 5 mm, flat' },
          { value: 2, meaning: 'superficial ulcer above 5 mm, fibrin covered' },
          { value: 3, meaning: 'deep ulcer with raised edge' },
        ],
      },
    },
  ],
  metrics: [
    {
      ...{ id: 'uceis', title: 'UCEIS', kind: 'sum', missing: 'complete' },
      of: { features: ['vascular', 'bleeding', 'erosions'] },
    },
    {
      ...{ id: 'class', title: 'Severity', kind: 'class', metric: 'uceis' },
      classes: [
        { to: 1, name: 'remission' },
        { to: 4, name: 'mild' },
        { to: 6, name: 'moderate' },
        { to: 8, name: 'severe' },
      ],
    },
  ],
  total: 'uceis',
  consistency: [],
};
