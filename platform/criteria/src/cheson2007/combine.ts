import { type Static, Type } from '@sinclair/typebox';
import { CriterionError } from '../criterion.js';
import type { MarrowState } from '../lymphoma/marrow.js';
import { type CtCategory, sizeGrid } from '../lymphoma/sizeGrid.js';
import { avidGrid, type Overall, type PetColumn } from './grid.js';
import type { Parameters } from './parameters.js';

export interface Parts {
  readonly size: CtCategory;
  /** No measured or other disease at baseline. */
  readonly diseaseFree: boolean;
  /** There is measured disease at baseline: without it there is no partial response. */
  readonly measured: boolean;
  /** null: not done. */
  readonly pet: PetColumn | null;
  readonly petClass: 'avid' | 'variable';
  readonly marrow: MarrowState;
  /** What progressed is under 15 mm: too small for a PET to be positive. */
  readonly tooSmallForPet: boolean;
}

/** Overall response from sizes, PET and marrow. */
export function overallOf(
  { size, diseaseFree, measured, pet, petClass, marrow, tooSmallForPet }: Parts,
  { avidPdNeedsPet }: Pick<Parameters, 'avidPdNeedsPet'>
): Overall {
  if (marrow === 'NEW') return 'PD';
  const stands = size === 'PD' && (diseaseFree || tooSmallForPet || !avidPdNeedsPet);
  const value = petClass === 'variable' || stands ? size : avidGrid[size][pet ?? 'NE'];
  if (value === 'CR' && marrow === 'UNPROVEN' && !measured) return 'NE';
  const capped = value === 'CR' && marrow !== 'CLEAR' ? 'PR' : value;
  return capped === 'PR' && !measured ? 'SD' : capped;
}

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
export const ComponentsSchema = Type.Object({
  target: Code,
  nonTarget: Code,
  pet: Code,
  petClass: Code,
  marrow: Code,
  tooSmallForPet: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
});

function pick<T extends string>(
  given: string | null | undefined,
  known: readonly T[],
  component: string
): T | null {
  if (given === null || given === undefined || given === 'NA') return null;
  const found = known.find(code => code === given);
  if (found !== undefined) return found;
  const message = `"${given}" is not known to cheson-2007 here (known: ${known.join(', ')}, null)`;
  throw new CriterionError('CL_RESPONSE_UNKNOWN', `/components/${component}`, message);
}

/**
 * The combination tables alone. `target` is what the measured sizes say, null: none at baseline; without `petClass` the
 * CT decides alone; `pet` null: not done.
 */
export function combineCheson(components: Readonly<Record<string, unknown>>): Overall {
  const given = components as Static<typeof ComponentsSchema>;
  const target = pick(given.target, ['CR', 'PR', 'SD', 'PD', 'NE'] as const, 'target');
  const nonTarget = pick(
    given.nonTarget === 'NN' ? 'NON-CR/NON-PD' : given.nonTarget,
    ['CR', 'NON-CR/NON-PD', 'PD', 'NE'] as const,
    'nonTarget'
  );
  const newLesions =
    typeof given.newLesions === 'string'
      ? pick(given.newLesions, ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const, 'newLesions')
      : given.newLesions === true
        ? 'YES'
        : null;
  const size = newLesions === 'YES' ? 'PD' : sizeGrid[target ?? 'NA'][nonTarget ?? 'NA'];
  const states = ['CLEAR', 'INVOLVED', 'UNPROVEN', 'NEW'] as const;
  const overall = overallOf(
    {
      size,
      diseaseFree: target === null && nonTarget === null,
      measured: target !== null,
      pet: pick(given.pet, ['NEG', 'POS', 'NE'] as const, 'pet'),
      petClass: pick(given.petClass, ['avid', 'variable'] as const, 'petClass') ?? 'variable',
      marrow: pick(given.marrow, states, 'marrow') ?? 'CLEAR',
      tooSmallForPet: given.tooSmallForPet === true,
    },
    { avidPdNeedsPet: true }
  );
  // Without measured disease there is no partial response.
  const less = target === null ? 'SD' : 'PR';
  return overall === 'CR' && newLesions === 'NE' ? less : overall;
}
