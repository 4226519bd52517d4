import { type Static, Type } from '@sinclair/typebox';
import { pick } from '../course/combineByGrid.js';
import type { CombinationTable } from '../criterion.js';
import type { BoneCategory } from './bone.js';

const NN = 'NON-CR/NON-PD';

export const softCategories = ['CR', 'PR', 'SD', NN, 'NED', 'PD', 'NE'] as const;
export const boneCategories = ['NED', 'NON-PD', 'PDu', 'PD', 'NE'] as const;
/** PDu: progression of soft tissue that waits for its second scan (PCWG2 only). */
export type SoftCategory = (typeof softCategories)[number] | 'PDu';
export type Pcwg3Overall = SoftCategory;
/** PCWG2 has no combined complete or partial response. */
export type Pcwg2Overall = 'PD' | 'PDu' | 'NON-PD' | 'NED' | 'NE';
export type Overall = Pcwg3Overall | Pcwg2Overall;

type Cells<T extends string> = Readonly<Record<BoneCategory, T>>;
type Row = Cells<Pcwg3Overall>;

const same = <T extends string>(value: T): Cells<T | 'PD'> => ({
  NED: value,
  'NON-PD': value,
  PDu: value,
  PD: 'PD',
  NE: value,
});

/** PCWG3: soft tissue by bone scan, targets at baseline. NED with NED is the parameter's; no soft tissue is PDu. */
const pcwg3Grid: Readonly<Record<SoftCategory, Row>> = {
  CR: { NED: 'CR', 'NON-PD': 'PR', PDu: 'PR', PD: 'PD', NE: 'PR' },
  PR: same('PR'),
  SD: same('SD'),
  [NN]: same(NN),
  NED: { NED: 'NE', 'NON-PD': NN, PDu: 'PDu', PD: 'PD', NE: 'NE' },
  PDu: same('PDu'),
  PD: same('PD'),
  NE: same('NE'),
};

/** PCWG2: progression or not; a soft-tissue response is reported by itself. */
const pcwg2Grid: Readonly<Record<SoftCategory, Cells<Pcwg2Overall>>> = {
  CR: same('NON-PD'),
  PR: same('NON-PD'),
  SD: same('NON-PD'),
  [NN]: same('NON-PD'),
  NED: { NED: 'NE', 'NON-PD': 'NON-PD', PDu: 'PDu', PD: 'PD', NE: 'NE' },
  PDu: same('PDu'),
  PD: same('PD'),
  NE: same('NE'),
};

export interface OverallComponents {
  readonly softTissue: SoftCategory;
  readonly bone: BoneCategory;
  readonly targetsAtBaseline: boolean;
}

export interface GridRules {
  readonly standard: 'pcwg3' | 'pcwg2';
  /** No disease anywhere: what the visit is then. */
  readonly nedNed: 'NE' | 'NED';
}

/** One cell of the table of the standard. */
export function overallOf(
  { softTissue, bone, targetsAtBaseline }: OverallComponents,
  { standard, nedNed }: GridRules
): Overall {
  if (softTissue === 'NED' && bone === 'NED') return nedNed;
  if (standard === 'pcwg2') return pcwg2Grid[softTissue][bone];
  const value = pcwg3Grid[softTissue][bone];
  return softTissue === 'CR' && value === 'PR' && !targetsAtBaseline ? NN : value;
}

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));

export const ComponentsSchema = Type.Object({
  standard: Type.Optional(Type.Union([Type.Literal('pcwg3'), Type.Literal('pcwg2')])),
  softTissue: Code,
  bone: Code,
  /** Whether soft tissue had target lesions at baseline; true without it. */
  targetsAtBaseline: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
});

/** The table alone; null: no disease of that kind. Throws CL_RESPONSE_UNKNOWN on a code it does not have. */
export function combinePcwg3(components: Readonly<Record<string, unknown>>): Overall {
  const given = components as Static<typeof ComponentsSchema>;
  const standard = given.standard ?? 'pcwg3';
  const known = standard === 'pcwg2' ? ([...softCategories, 'PDu'] as const) : softCategories;
  const soft = pick<SoftCategory>(
    given.softTissue === 'NN' ? NN : given.softTissue,
    known,
    '/components/softTissue',
    standard
  );
  const bone = pick(given.bone, boneCategories, '/components/bone', standard);
  return overallOf(
    {
      softTissue: soft === 'NA' ? 'NED' : soft,
      bone: bone === 'NA' ? 'NED' : bone,
      targetsAtBaseline: given.targetsAtBaseline ?? true,
    },
    { standard, nedNed: 'NE' }
  );
}

const boneAxis = { component: 'bone', label: 'Bone', values: boneCategories };
const softAxis = (values: readonly string[]) => ({
  component: 'softTissue',
  label: 'Soft tissue',
  values,
});

export const pcwg3Tables: readonly CombinationTable[] = [
  ...[true, false].map(targetsAtBaseline => ({
    title: `PCWG3, ${targetsAtBaseline ? 'with' : 'without'} soft-tissue targets at baseline`,
    source: 'Scher 2016 (PCWG3)',
    axes: [softAxis(softCategories), boneAxis],
    fixed: { standard: 'pcwg3', targetsAtBaseline },
  })),
  {
    title: 'PCWG2',
    source: 'Scher 2008 (PCWG2)',
    axes: [softAxis([...softCategories, 'PDu']), boneAxis],
    fixed: { standard: 'pcwg2' },
  },
];
