import type { ResponseVocabulary } from '../bestOverallResponseVocabulary.js';
import type { NonTargetCategory } from '../course/categories.js';
import type { CombinationTable } from '../criterion.js';

/** Of the total tumour burden; CR: gone. NA: no index lesion at baseline. */
export type BurdenCategory = 'CR' | 'PR' | 'SD' | 'PD' | 'NE' | 'NA';
export type Overall = 'irCR' | 'irPR' | 'irSD' | 'irPD' | 'NE' | 'NED';

export const tableSource = 'Wolchok 2009 (irRC) Tables 1 and 2';

const NN = 'NON-CR/NON-PD';
type Row = Readonly<Record<NonTargetCategory, Overall>>;
const every = (value: Overall): Row => ({
  CR: value,
  [NN]: value,
  PD: value,
  NE: value,
  NA: value,
});

/**
 * Without a new lesion that is not measurable: rows are the total tumour burden, columns the non-index lesions. NA is
 * a subject without index lesions whose burden is still 0.
 */
export const withoutNew: Readonly<Record<BurdenCategory, Row>> = {
  CR: { ...every('irPR'), CR: 'irCR', NA: 'irCR' },
  PR: every('irPR'),
  SD: every('irSD'),
  PD: every('irPD'),
  NE: every('NE'),
  NA: { ...every('irSD'), CR: 'irCR', NA: 'NED' },
};

/** With one: it keeps irCR away and never is progression. */
export const withNew: Readonly<Record<BurdenCategory, Row>> = {
  ...withoutNew,
  CR: every('irPR'),
  NA: every('irSD'),
};

const axes = [
  {
    component: 'target',
    label: 'Total tumour burden',
    values: ['CR', 'PR', 'SD', 'PD', 'NE', null],
  },
  { component: 'nonTarget', label: 'Non-index lesions', values: ['CR', NN, 'PD', 'NE', null] },
] as const;

export const irrcTables: readonly CombinationTable[] = [
  {
    title: 'Without a new non-measurable lesion',
    source: tableSource,
    axes,
    fixed: { newLesions: false, newMeasurable: false },
  },
  {
    title: 'With a new non-measurable lesion',
    source: tableSource,
    axes,
    fixed: { newLesions: true, newMeasurable: false },
  },
  {
    title: 'No index lesion at baseline, new measurable lesion',
    source: tableSource,
    axes: [
      { component: 'nonTarget', label: 'Non-index lesions', values: ['CR', NN, 'PD', 'NE', null] },
      { component: 'newLesions', label: 'New non-measurable lesion', values: [false, true] },
    ],
    fixed: { target: null, newMeasurable: true },
  },
];

export const irrcVocabulary: ResponseVocabulary = {
  id: 'irrc',
  rank: ['irCR', 'irPR', 'irSD', 'NED', 'irPD', 'NE', 'ND', 'MISSING'],
  worstFirst: ['irPD', 'irSD', 'irPR', 'irCR', 'NED', 'NE', 'ND', 'MISSING'],
  complete: ['irCR'],
  partial: ['irPR'],
  stable: 'irSD',
  // irRC has no such category; its stable disease takes the place.
  nonCrNonPd: 'irSD',
  progression: 'irPD',
  pendingProgression: null,
  backAfterComplete: 'irPD',
};
