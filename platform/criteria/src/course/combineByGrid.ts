import { type Static, Type } from '@sinclair/typebox';
import { CriterionError } from '../criterion.js';
import type { Overall } from './categories.js';
import { rateOverall } from './overallRating.js';

/** A code of a table, NA for none; throws CL_RESPONSE_UNKNOWN on any other. */
export function pick<T extends string>(
  given: string | null | undefined,
  known: readonly T[],
  path: string,
  criterion: string
): T | 'NA' {
  if (given === null || given === undefined || given === 'NA') return 'NA';
  const found = known.find(code => code === given);
  if (found !== undefined) return found;
  const message = `"${given}" is not a response of ${criterion} here (known: ${known.join(', ')}, null)`;
  throw new CriterionError('CL_RESPONSE_UNKNOWN', path, message);
}

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
export const ComponentsSchema = Type.Object({
  target: Code,
  nonTarget: Code,
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
});

/**
 * RECIST 1.1's combination table alone, for `criterion`; a null component means that the subject has none of that kind.
 * Throws CL_RESPONSE_UNKNOWN on a code the table does not have.
 */
export function combineByGrid(
  components: Readonly<Record<string, unknown>>,
  criterion: string,
  source: string
): Overall {
  const { target, nonTarget, newLesions } = components as Static<typeof ComponentsSchema>;
  const stated = newLesions === true ? 'YES' : newLesions === false ? null : newLesions;
  return rateOverall(
    {
      target: pick(
        target,
        ['CR', 'PR', 'SD', 'PD', 'NE'] as const,
        '/components/target',
        criterion
      ),
      nonTarget: pick(
        nonTarget === 'NN' ? 'NON-CR/NON-PD' : nonTarget,
        ['CR', 'NON-CR/NON-PD', 'PD', 'NE'] as const,
        '/components/nonTarget',
        criterion
      ),
      newLesions: pick(
        stated,
        ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const,
        '/components/newLesions',
        criterion
      ),
      reappeared: [],
    },
    'noCr',
    source
  ).value;
}
