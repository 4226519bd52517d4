import { type Static, Type } from '@sinclair/typebox';
import { pick } from '../course/combineByGrid.js';
import type { CombinationTable } from '../criterion.js';

export const groupACategories = ['CR', 'PR', 'PR-L', 'SD', 'PD', 'NE'] as const;
export const groupBCategories = ['CR', 'PR', 'SD', 'PD', 'NE'] as const;
export const marrowCategories = ['NORMAL', 'HYPOCELLULAR', 'INVOLVED', 'PD'] as const;
export type GroupA = (typeof groupACategories)[number];
/** NA: nothing abnormal at baseline, and not all of it known to be normal now. */
export type GroupB = (typeof groupBCategories)[number] | 'NA';
/** NA: not done. */
export type Marrow = (typeof marrowCategories)[number] | 'NA';
export type Overall = 'CR' | 'CRi' | 'PR' | 'PR-L' | 'SD' | 'PD' | 'NE';

type Cells<K extends string> = Readonly<Record<K, Overall>>;

/** Every answer without progression of the marrow the same. */
const ofAnyMarrow = (value: Overall): Cells<Marrow> => ({
  NORMAL: value,
  HYPOCELLULAR: value,
  INVOLVED: value,
  PD: 'PD',
  NA: value,
});
const row = (improved: Overall): Readonly<Record<GroupB, Cells<Marrow>>> => ({
  CR: ofAnyMarrow(improved),
  PR: ofAnyMarrow(improved),
  SD: ofAnyMarrow('SD'),
  PD: ofAnyMarrow('PD'),
  NE: ofAnyMarrow('NE'),
  NA: ofAnyMarrow(improved),
});
const all = (value: Overall): Readonly<Record<GroupB, Cells<Marrow>>> => ({
  CR: ofAnyMarrow(value),
  PR: ofAnyMarrow(value),
  SD: ofAnyMarrow(value),
  PD: ofAnyMarrow('PD'),
  NE: ofAnyMarrow(value),
  NA: ofAnyMarrow(value),
});

/** Group A by group B by marrow. */
const grid: Readonly<Record<GroupA, Readonly<Record<GroupB, Cells<Marrow>>>>> = {
  CR: { ...row('PR'), CR: { ...ofAnyMarrow('PR'), NORMAL: 'CR', HYPOCELLULAR: 'CRi' } },
  PR: row('PR'),
  'PR-L': row('PR-L'),
  SD: row('SD'),
  PD: all('PD'),
  NE: all('NE'),
};

export interface Groups {
  readonly groupA: GroupA;
  readonly groupB: GroupB;
  readonly marrow: Marrow;
  /** Platelets or haemoglobin are below normal, and not because of the leukaemia. */
  readonly cytopenia: boolean;
  /** A new lesion or transformation. */
  readonly newLesions: boolean;
}

export function overallOf({ groupA, groupB, marrow, cytopenia, newLesions }: Groups): Overall {
  if (newLesions) return 'PD';
  const incomplete =
    cytopenia &&
    groupA === 'CR' &&
    groupB !== 'PD' &&
    groupB !== 'NE' &&
    (marrow === 'NORMAL' || marrow === 'HYPOCELLULAR');
  return incomplete ? 'CRi' : grid[groupA][groupB][marrow];
}

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
export const ComponentsSchema = Type.Object({
  groupA: Code,
  groupB: Code,
  marrow: Code,
  cytopenia: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
});

/** The table alone; null: nothing abnormal at baseline (group B), not done (marrow). */
export function combineIwcll2018(components: Readonly<Record<string, unknown>>): Overall {
  const given = components as Static<typeof ComponentsSchema>;
  const id = 'iwcll-2018';
  const groupA = pick(given.groupA, groupACategories, '/components/groupA', id);
  return overallOf({
    groupA: groupA === 'NA' ? 'NE' : groupA,
    groupB: pick(given.groupB, groupBCategories, '/components/groupB', id),
    marrow: pick(given.marrow, marrowCategories, '/components/marrow', id),
    cytopenia: given.cytopenia ?? false,
    newLesions: given.newLesions ?? false,
  });
}

const published = 'Hallek 2018 (iwCLL), response table';
const bloodAxis = {
  component: 'groupB',
  label: 'Group B',
  values: [...groupBCategories, null],
};

export const iwcllTables: readonly CombinationTable[] = [
  ...[...marrowCategories, null].map(marrow => ({
    title: `Marrow ${marrow === null ? 'not done' : marrow.toLowerCase()}, no new lesion`,
    source: published,
    axes: [{ component: 'groupA', label: 'Group A', values: groupACategories }, bloodAxis],
    fixed: { marrow, cytopenia: false, newLesions: false },
  })),
  {
    title: 'Group A complete, with a cytopenia that is not due to the leukaemia',
    source: published,
    axes: [
      { component: 'marrow', label: 'Marrow', values: [...marrowCategories, null] },
      bloodAxis,
    ],
    fixed: { groupA: 'CR', cytopenia: true, newLesions: false },
  },
];
