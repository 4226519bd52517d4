import { type Static, Type } from '@sinclair/typebox';
import { CriterionError } from '../criterion.js';
import {
  ctAlone,
  type Metabolic,
  metabolicResponses,
  type Overall,
  type PetCategory,
  petCtGrid,
  petResponse,
} from './grid.js';
import { type CtCategory, sizeGrid } from '../lymphoma/sizeGrid.js';
import type { Parameters } from './parameters.js';

export interface Parts {
  /** null: not done. */
  readonly pet: PetCategory | null;
  readonly ct: CtCategory | null;
  /** The last metabolic response of the earlier visits. */
  readonly priorPet: Metabolic | null;
}

/** Overall response from PET and CT. `worst`: progression by CT counts against a better PET. */
export function overallOf(
  { pet, ct, priorPet }: Parts,
  { petCtConflict, petNeCarry }: Pick<Parameters, 'petCtConflict' | 'petNeCarry'>
): Overall {
  const column = ct ?? 'NONE';
  const cell = petCtGrid[pet ?? 'NONE'][column];
  if (cell === 'LAST')
    return petNeCarry === 'last' && priorPet !== null ? petResponse[priorPet] : ctAlone[column];
  return petCtConflict === 'worst' && ct === 'PD' ? 'PD' : cell;
}

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
export const ComponentsSchema = Type.Object({
  pet: Code,
  ct: Code,
  priorPet: Code,
  target: Code,
  nonTarget: Code,
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
  const message = `"${given}" is not a response of lugano-2014 here (known: ${known.join(', ')}, null)`;
  throw new CriterionError('CL_RESPONSE_UNKNOWN', `/components/${component}`, message);
}

/**
 * The combination tables alone. `ct` may be given as its parts (`target`, `nonTarget`); null is "not done" for PET and
 * CT, "none at baseline" for the parts. SMD is NMR, NN is NON-CR/NON-PD.
 */
export function combineLugano(components: Readonly<Record<string, unknown>>): Overall {
  const given = components as Static<typeof ComponentsSchema>;
  const as = (code: string | null | undefined) => (code === 'SMD' ? 'NMR' : code);
  const pet = pick(as(given.pet), [...metabolicResponses, 'NE', 'NED'] as const, 'pet');
  const priorPet = pick(as(given.priorPet), metabolicResponses, 'priorPet');
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
  const byParts = given.ct === undefined && ('target' in given || 'nonTarget' in given);
  const stated = byParts
    ? sizeGrid[target ?? 'NA'][nonTarget ?? 'NA']
    : pick(given.ct, ['CR', 'PR', 'SD', 'PD', 'NED', 'NE'] as const, 'ct');
  const less = byParts && target === null ? 'SD' : 'PR';
  const known = stated === 'CR' && newLesions === 'NE' ? less : stated;
  const ct = newLesions === 'YES' ? 'PD' : known;
  return overallOf({ pet, ct, priorPet }, { petCtConflict: 'petWins', petNeCarry: 'last' });
}
