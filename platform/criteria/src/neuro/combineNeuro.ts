import { type Static, type TObject, Type } from '@sinclair/typebox';
import { pick } from '../course/combineByGrid.js';
import type { CombinationTable } from '../criterion.js';
import { clinicalStatuses, steroidDoses, t2FlairStates } from './inputs.js';
import { type NeuroTables, rateNeuroOverall } from './overall.js';
import type { SizeCategory } from './sizeRating.js';

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
export const neuroComponents = {
  target: Code,
  nonTarget: Code,
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
  clinicalStatus: Code,
  steroids: Code,
};
type AllComponents = Static<TObject<typeof neuroComponents & { t2Flair: typeof Code }>>;

const nonTargets = ['CR', 'NON-CR/NON-PD', 'PD', 'NE'] as const;

/**
 * A criterion's published table alone. A null component is one that the subject has none of (no steroids, nothing to
 * report). Throws CL_RESPONSE_UNKNOWN on a code the table does not have.
 */
export function combineByTables(
  components: Readonly<Record<string, unknown>>,
  criterion: string,
  tables: NeuroTables,
  sizes: readonly SizeCategory[]
): string {
  const given = components as AllComponents;
  const read = <T extends string>(
    name: string,
    value: string | null | undefined,
    known: readonly T[]
  ): T | null => {
    const code = pick(value, known, `/components/${name}`, criterion);
    return code === 'NA' ? null : code;
  };
  const { newLesions } = given;
  const written = typeof newLesions === 'boolean' ? (newLesions ? 'YES' : 'NO') : newLesions;
  const states = ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const;
  const nonTarget = given.nonTarget === 'NN' ? 'NON-CR/NON-PD' : given.nonTarget;
  return rateNeuroOverall(
    {
      target: read('target', given.target, sizes) ?? 'NA',
      nonTarget: read('nonTarget', nonTarget, nonTargets) ?? 'NA',
      newLesions: read('newLesions', written, states) ?? 'NO',
      clinicalStatus: read('clinicalStatus', given.clinicalStatus, clinicalStatuses),
      t2Flair: read('t2Flair', given.t2Flair, t2FlairStates),
      steroids: read('steroids', given.steroids, steroidDoses) ?? 'NONE',
      taper: false,
    },
    tables,
    { newLesionNe: 'noCr', sizePdOnTaper: 'pd', missingContext: 'rate' }
  ).value;
}

/** Size and non-measurable disease by steroid dose, then one table in which one thing is bad each. */
export function neuroTables(
  source: string,
  sizes: readonly SizeCategory[],
  bad: readonly Readonly<Record<string, string | boolean | null>>[]
): CombinationTable[] {
  const target = {
    component: 'target',
    label: 'Size',
    values: sizes.map(size => (size === 'NA' ? null : size)),
  };
  const nonTarget = {
    component: 'nonTarget',
    label: 'Non-measurable',
    values: [...nonTargets, null],
  };
  const good = { newLesions: false, clinicalStatus: 'SAME' };
  const steroids = { component: 'steroids', label: 'Steroids', values: steroidDoses };
  return [
    ...steroidDoses.map(dose => ({
      title: `Nothing bad, steroids ${dose}`,
      source,
      axes: [target, nonTarget],
      fixed: { ...good, steroids: dose },
    })),
    ...bad.map(one => ({
      title: `With ${Object.entries(one)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', ')}`,
      source,
      axes: [target, steroids],
      fixed: { ...good, nonTarget: null, ...one },
    })),
  ];
}
