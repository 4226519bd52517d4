import type { Static } from '@sinclair/typebox';
import type { NewLesionState, NonTargetCategory } from '../course/categories.js';
import { type ComponentsSchema, pick } from '../course/combineByGrid.js';
import type { CombinationTable } from '../criterion.js';
import type { Reason } from '../reason.js';
import type { Parameters } from './parameters.js';

export const source = 'Wahl 2009 (PERCIST 1.0), O 2016';

/** Response by the hottest lesion; NA: nothing measurable at baseline. */
export type TargetCategory = 'CMR' | 'PMR' | 'SMD' | 'PMD' | 'NE' | 'NA';
/** Response of the other lesions; NA: the subject has none at baseline. */
export type OthersCategory = 'CMR' | 'NON-CMR/NON-PMD' | 'PMD' | 'NE' | 'NA';
export type Overall = 'CMR' | 'PMR' | 'SMD' | 'NON-CMR/NON-PMD' | 'NED' | 'PMD' | 'NE';

const NN = 'NON-CMR/NON-PMD';

/** A non-target response in metabolic terms. */
export const metabolicOf: Readonly<Record<NonTargetCategory, OthersCategory>> = {
  CR: 'CMR',
  'NON-CR/NON-PD': NN,
  PD: 'PMD',
  NE: 'NE',
  NA: 'NA',
};

/** Overall response without new lesions: rows are the target, columns the other lesions. */
export const percistGrid: Readonly<
  Record<TargetCategory, Readonly<Record<OthersCategory, Overall>>>
> = {
  CMR: { CMR: 'CMR', [NN]: 'PMR', PMD: 'PMD', NE: 'PMR', NA: 'CMR' },
  PMR: { CMR: 'PMR', [NN]: 'PMR', PMD: 'PMD', NE: 'PMR', NA: 'PMR' },
  SMD: { CMR: 'SMD', [NN]: 'SMD', PMD: 'PMD', NE: 'SMD', NA: 'SMD' },
  PMD: { CMR: 'PMD', [NN]: 'PMD', PMD: 'PMD', NE: 'PMD', NA: 'PMD' },
  NE: { CMR: 'NE', [NN]: 'NE', PMD: 'NE', NE: 'NE', NA: 'NE' },
  NA: { CMR: 'CMR', [NN]: NN, PMD: 'PMD', NE: 'NE', NA: 'NED' },
};

export interface OverallComponents {
  readonly target: TargetCategory;
  readonly nonTarget: OthersCategory;
  readonly newLesions: NewLesionState;
}

/** Overall response of one visit with the rule that gave it. */
export function overallOf(
  { target, nonTarget, newLesions }: OverallComponents,
  parameters: Pick<Parameters, 'newLesionNe' | 'percist.neOthersWorse'>
): { readonly value: Overall; readonly trace: readonly Reason[] } {
  const result = (value: Overall, rule: string, text: string) => ({
    value,
    trace: [{ rule, text, numbers: {}, source }],
  });
  const parts = `target ${target}, other lesions ${nonTarget}, new lesions ${newLesions}`;
  if (newLesions === 'YES')
    return result('PMD', 'overall.newLesion', `A new lesion is progression: ${parts}.`);
  const value = percistGrid[target][nonTarget];
  if (target === 'NE' && nonTarget === 'PMD' && parameters['percist.neOthersWorse'] === 'PMD')
    return result('PMD', 'overall.neOthersWorse', `Other lesions decide: ${parts}.`);
  if (value === 'CMR' && newLesions === 'NE' && parameters.newLesionNe === 'noCr')
    return result(
      target === 'NA' ? NN : 'PMR',
      'overall.newLesionNe',
      `New lesions could not be judged, which forbids CMR: ${parts}.`
    );
  return result(value, 'overall.grid', `${parts}: ${value}.`);
}

const targets = ['CMR', 'PMR', 'SMD', 'PMD', 'NE'] as const;
const others = ['CMR', NN, 'PMD', 'NE'] as const;
/** RECIST's and Lugano's codes for the same: a judgement of other lesions comes in the former. */
const sameAs = new Map<string | null | undefined, string>([
  ['CR', 'CMR'],
  ['NON-CR/NON-PD', NN],
  ['NN', NN],
  ['PD', 'PMD'],
]);

/**
 * The combination table alone. A null component means that the subject has none of that kind; other lesions may be given
 * in RECIST's codes, NMR is SMD. Throws CL_RESPONSE_UNKNOWN on a code the table does not have.
 */
export function combinePercist(components: Readonly<Record<string, unknown>>): Overall {
  const { target, nonTarget, newLesions } = components as Static<typeof ComponentsSchema>;
  const of = <T extends string>(
    given: string | null | undefined,
    known: readonly T[],
    name: string
  ) => pick(given, known, `/components/${name}`, 'percist-1.0');
  const state =
    typeof newLesions === 'string'
      ? of(newLesions, ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const, 'newLesions')
      : newLesions
        ? 'YES'
        : 'NO';
  const other = sameAs.get(nonTarget) ?? nonTarget;
  return overallOf(
    {
      target: of(target === 'NMR' ? 'SMD' : target, targets, 'target'),
      nonTarget: of(other, others, 'nonTarget'),
      newLesions: state === 'NA' ? 'NO' : state,
    },
    { newLesionNe: 'noCr', 'percist.neOthersWorse': 'NE' }
  ).value;
}

export const percistTables: readonly CombinationTable[] = [false, true].map(newLesions => ({
  title: newLesions ? 'With a new lesion' : 'Without new lesions',
  source,
  axes: [
    { component: 'target', label: 'Hottest lesion', values: [...targets, null] },
    { component: 'nonTarget', label: 'Other lesions', values: [...others, null] },
  ],
  fixed: { newLesions },
}));
