/** Why a trace that states a threshold, and shows numbers, has no margin. */
export type Why =
  | 'reader: what a reader stated decides, or settled it before the number'
  | 'ordinal: a score has no distance'
  | 'missing: what is compared was not given, or may not be compared'
  | 'two: more than one number has to change at once'
  | 'reference: a number that later ones are compared with, and no category'
  | 'confounded: treatment explains the number, which decides nothing'
  | 'days: the time of the visit decides';

const missing = 'missing: what is compared was not given, or may not be compared';
const confounded = 'confounded: treatment explains the number, which decides nothing';
const ordinal = 'ordinal: a score has no distance';
const reader = 'reader: what a reader stated decides, or settled it before the number';
const two = 'two: more than one number has to change at once';

const newLesionBySize: Readonly<Record<string, Why>> = {
  // No new lesion was entered.
  'newLesion.none': reader,
  // Two of them, one with two diameters over the limit, or one that the reader is sure of at any size.
  'newLesion.yes': reader,
  'newLesion.ne': missing,
  'newLesion.equivocal': reader,
};

/** By criterion ('*': any) and rule: traces that may be without a margin. */
export const marginless: Readonly<Record<string, Readonly<Record<string, Why>>>> = {
  // Other lesions are back as well, or the sum is progression without any.
  '*': { 'target.pd.reappeared': two },
  pcwg3: {
    'psa.nonPd': 'days: the time of the visit decides',
  },
  'lugano-2014': {
    ...newLesionBySize,
    // Gone, as the reader stated it.
    'target.cr': reader,
    'pet.cmr': ordinal,
    'pet.pmr': ordinal,
    'pet.nmr': ordinal,
    'pet.pmd': ordinal,
  },
  'cheson-2007': newLesionBySize,
  'imwg-2016': {
    'complete.no': two,
    'plasmacytoma.ne': missing,
    // No size at baseline: a share of nothing is no distance.
    'plasmacytoma.sd': missing,
    // A diameter that grew by half as well is progression by itself.
    'pd.plasmacytoma.spd': two,
  },
  'iwcll-2018': {
    'nodes.ne': missing,
    'spleen.ne': missing,
    'liver.ne': missing,
    'lymphocytes.ne': missing,
    'platelets.ne': missing,
    'haemoglobin.ne': missing,
    'platelets.sd': confounded,
    'haemoglobin.sd': confounded,
    // As above.
    'nodes.sd': missing,
    'nodes.pr': missing,
  },
  'percist-1.0': {
    'baseline.sulPeak': 'reference: a number that later ones are compared with, and no category',
    'target.ne.notComparable': missing,
  },
};
