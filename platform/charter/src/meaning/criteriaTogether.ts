import type { Charter, CriterionChoice } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

/** What is marked and entered of a lesion; criteria of one kind can rate the same marks. */
type Marks =
  | 'diameters'
  | 'diametersAndDensity'
  | 'viableDiameters'
  | 'products'
  | 'lymphoma'
  | 'enhancement'
  | 'sitesAndBone'
  | 'uptake'
  | 'paraprotein'
  | 'nodesAndBlood';

/** Continues "it goes by". */
const words: Readonly<Record<Marks, string>> = {
  diameters: 'longest diameters, of nodes the short axis, of at most two lesions an organ',
  diametersAndDensity: 'diameters together with the density of each lesion in HU',
  viableDiameters: 'the diameter of the part of a lesion that still takes up contrast',
  products: 'products of two diameters, of more lesions, with those of new lesions added',
  lymphoma: 'nodes by both diameters, the spleen, marrow and PET',
  enhancement: 'enhancing and other parts of brain tumours, steroids and clinical status',
  sitesAndBone: 'soft tissue by site, bone scans and PSA',
  uptake: 'uptake in the hottest lesions',
  paraprotein: 'paraprotein, marrow and plasmacytomas',
  nodesAndBlood: 'nodes, liver, spleen and blood counts',
};

/** By criterion: what its own specification asks of a lesion (oncology-criteria.md, Inputs and New lesions of each). */
export const marksOf: Readonly<Record<string, Marks>> = {
  'recist-1.1': 'diameters',
  irecist: 'diameters',
  imrecist: 'diameters',
  choi: 'diametersAndDensity',
  mrecist: 'viableDiameters',
  irrc: 'products',
  'lugano-2014': 'lymphoma',
  'cheson-2007': 'lymphoma',
  macdonald: 'enhancement',
  'rano-hgg-2010': 'enhancement',
  'rano-2.0': 'enhancement',
  pcwg3: 'sitesAndBone',
  'percist-1.0': 'uptake',
  'imwg-2016': 'paraprotein',
  'iwcll-2018': 'nodesAndBlood',
};

/** Of these kinds all criteria have the same rules of selection and measurement; of others each has its own. */
const sameRules: readonly Marks[] = ['diameters'];

/** Parameters of what a target and the sum are: reads have one of each, whatever rates them. */
export const sharedParameters = [
  'measurementPrecisionMm',
  'tstmDefaultMm',
  'localTreatment',
  'maxTargets',
  'maxTargetsPerOrgan',
] as const;

/** Several criteria rate the same marks: those that would need others, or other sums, don't go together. */
export function criteriaTogetherProblems({ criteria }: Charter): CharterProblem[] {
  const primary = criteria.find(entry => entry.primary) ?? criteria[0];
  if (primary === undefined) return [];
  return criteria.flatMap((criterion, index) =>
    criterion.id === primary.id ? [] : problemsBeside(primary, criterion, `/criteria/${index}`)
  );
}

function problemsBeside(
  primary: CriterionChoice,
  other: CriterionChoice,
  path: string
): CharterProblem[] {
  const [its, own] = [marksOf[primary.id], marksOf[other.id]];
  // An unknown criterion is refused as such.
  if (its === undefined || own === undefined) return [];
  if (own !== its || !sameRules.includes(own)) {
    const message =
      own === its
        ? `${other.id} can't rate the marks of ${primary.id}: both go by ${words[own]}, each by rules of its own for them; read it in a trial of its own`
        : `${other.id} can't rate the marks of ${primary.id}: it goes by ${words[own]}, ${primary.id} by ${words[its]}; read it in a trial of its own`;
    return [{ path: `${path}/id`, message }];
  }
  return sharedParameters.flatMap(name => {
    const [first, second] = [primary.parameters[name], other.parameters[name]];
    if (first === second || first === undefined || second === undefined) return [];
    const message = `${name} is ${JSON.stringify(second)} for ${other.id} and ${JSON.stringify(first)} for ${primary.id}: the same marks have one sum, so set both alike`;
    return [{ path: `${path}/parameters/${name}`, message }];
  });
}
