import { type Static, Type } from '@sinclair/typebox';
import { CriterionError } from '../criterion.js';
import type { Trace } from '../schemas.js';
import {
  type NewLesionState,
  type NonTargetCategory,
  type Overall,
  overallGrid,
  type TargetCategory,
} from './grid.js';
import type { Parameters } from './parameters.js';

const source = 'Eisenhauer 2009 (RECIST 1.1) Tables 1 and 2';

export interface OverallRating {
  readonly value: Overall;
  readonly trace: readonly Trace[];
}

export interface Components {
  readonly target: TargetCategory;
  readonly nonTarget: NonTargetCategory;
  readonly newLesions: NewLesionState;
  /** Non-target lesions that are back after a complete response. */
  readonly reappeared: readonly string[];
}

/** Overall response of one visit from its components. */
export function rateOverall(
  components: Components,
  newLesionNe: Parameters['newLesionNe']
): OverallRating {
  const { target, nonTarget, newLesions, reappeared } = components;
  const result = (value: Overall, rule: string, text: string): OverallRating => ({
    value,
    trace: [{ rule, text, numbers: {}, source }],
  });
  const parts = `target ${target}, non-target ${nonTarget}, new lesions ${newLesions}`;
  if (newLesions === 'YES')
    return result(
      'PD',
      'overall.newLesion',
      `A new lesion is progression whatever the rest: ${parts}.`
    );
  const value = overallGrid[target][nonTarget];
  if (reappeared.length > 0 && value !== 'PD') {
    return result(
      'PD',
      'overall.reappeared',
      `Non-target disease present again after a complete response (REAPPEARED): ${reappeared.join(', ')}.`
    );
  }
  if (value === 'CR' && newLesions === 'NE' && newLesionNe === 'noCr') {
    const less = target === 'NA' ? 'NON-CR/NON-PD' : 'PR';
    return result(
      less,
      'overall.newLesionNe',
      `New lesions could not be judged, which forbids CR: ${parts}.`
    );
  }
  return result(value, 'overall.grid', `${parts}: ${value}.`);
}

function pick<T extends string>(
  given: string | null | undefined,
  known: readonly T[],
  path: string
): T | 'NA' {
  if (given === null || given === undefined || given === 'NA') return 'NA';
  const found = known.find(code => code === given);
  if (found !== undefined) return found;
  const message = `"${given}" is not a response of recist-1.1 here (known: ${known.join(', ')}, null)`;
  throw new CriterionError('CL_RESPONSE_UNKNOWN', path, message);
}

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
export const ComponentsSchema = Type.Object({
  target: Code,
  nonTarget: Code,
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
});

/** The combination table alone; a null component means that the subject has none of that kind. */
export function combineRecist11(components: Readonly<Record<string, unknown>>): Overall {
  const { target, nonTarget, newLesions } = components as Static<typeof ComponentsSchema>;
  const state =
    typeof newLesions === 'string'
      ? pick(newLesions, ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const, '/components/newLesions')
      : newLesions
        ? 'YES'
        : 'NO';
  return rateOverall(
    {
      target: pick(target, ['CR', 'PR', 'SD', 'PD', 'NE'] as const, '/components/target'),
      nonTarget: pick(
        nonTarget === 'NN' ? 'NON-CR/NON-PD' : nonTarget,
        ['CR', 'NON-CR/NON-PD', 'PD', 'NE'] as const,
        '/components/nonTarget'
      ),
      newLesions: state === 'NA' ? 'NO' : state,
      reappeared: [],
    },
    'noCr'
  ).value;
}
