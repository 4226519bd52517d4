import { type Static, Type } from '@sinclair/typebox';
import type { NewLesionState, NonTargetCategory } from '../course/categories.js';
import { pick } from '../course/combineByGrid.js';
import type { Reason } from '../reason.js';
import { type BurdenCategory, type Overall, tableSource, withNew, withoutNew } from './grid.js';
import type { Parameters } from './parameters.js';

export interface Components {
  readonly target: BurdenCategory;
  readonly nonTarget: NonTargetCategory;
  /** New lesions that are not measurable. */
  readonly newLesions: NewLesionState;
  /** A new measurable lesion is in the burden and above 0: decides only without index lesions. */
  readonly newMeasurable: boolean;
}

export interface OverallRating {
  readonly value: Overall;
  readonly trace: readonly Reason[];
}

/** Overall response of one visit from its components. */
export function rateOverall(
  { target, nonTarget, newLesions, newMeasurable }: Components,
  newLesionNe: Parameters['newLesionNe']
): OverallRating {
  const result = (value: Overall, rule: string, text: string): OverallRating => ({
    value,
    trace: [{ rule, text, numbers: {}, source: tableSource }],
  });
  const parts = `burden ${target}, non-index ${nonTarget}, new non-measurable ${newLesions}`;
  if (target === 'NA' && newMeasurable)
    return result(
      'irPD',
      'overall.newMeasurable',
      `A new measurable lesion without index lesions at baseline: ${parts}.`
    );
  const value = (newLesions === 'YES' ? withNew : withoutNew)[target][nonTarget];
  if (value === 'irCR' && newLesions === 'NE' && newLesionNe === 'noCr')
    return result(
      target === 'NA' ? 'irSD' : 'irPR',
      'overall.newLesionNe',
      `New lesions could not be judged, which forbids irCR: ${parts}.`
    );
  return result(value, 'overall.table', `${parts}: ${value}.`);
}

const Code = (description: string) =>
  Type.Optional(Type.Union([Type.String(), Type.Null()], { description }));

export const ComponentsSchema = Type.Object({
  target: Code('Total tumour burden: CR (gone), PR, SD, PD, NE; null without index lesions.'),
  nonTarget: Code('Non-index lesions: CR (absent), NON-CR/NON-PD (stable), PD, NE; null if none.'),
  newLesions: Type.Optional(
    Type.Union([Type.Boolean(), Type.String(), Type.Null()], {
      description: 'New lesions that are not measurable: true or YES, NO, EQUIVOCAL, NE.',
    })
  ),
  newMeasurable: Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description: 'A new measurable lesion is in the burden.',
    })
  ),
});

/** The table alone; a null component means that the subject has none of that kind. */
export function combineIrrc(components: Readonly<Record<string, unknown>>): Overall {
  const { target, nonTarget, newLesions, newMeasurable } = components as Static<
    typeof ComponentsSchema
  >;
  const state =
    typeof newLesions === 'string'
      ? pick(
          newLesions,
          ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const,
          '/components/newLesions',
          'irrc'
        )
      : newLesions
        ? 'YES'
        : 'NO';
  return rateOverall(
    {
      target: pick(
        target?.replace(/^ir/, ''),
        ['CR', 'PR', 'SD', 'PD', 'NE'] as const,
        '/components/target',
        'irrc'
      ),
      nonTarget: pick(
        nonTarget === 'NN' ? 'NON-CR/NON-PD' : nonTarget,
        ['CR', 'NON-CR/NON-PD', 'PD', 'NE'] as const,
        '/components/nonTarget',
        'irrc'
      ),
      newLesions: state === 'NA' ? 'NO' : state,
      newMeasurable: newMeasurable === true,
    },
    'noCr'
  ).value;
}
