import type { GroupA, GroupB, Marrow } from './grid.js';
import type { Labs } from './inputs.js';
import type { Item } from './items.js';

/** At least two of the abnormal parameters, or the only one. */
function enough(items: readonly Item[], least: number): boolean | null {
  const abnormal = items.filter(one => one.abnormalAtBaseline);
  const needed = Math.min(least, abnormal.length);
  const improved = abnormal.filter(one => one.improved === true).length;
  if (needed > 0 && improved >= needed) return true;
  return abnormal.some(one => one.improved === null) ? null : false;
}

export interface GroupARules {
  /** Lymphocytes are taken out: inhibitor of the B-cell receptor and no halving of lymphocytes. */
  readonly lymphocytosis: boolean;
  readonly symptoms: boolean | null;
}

/** Tumour load: nodes, spleen and liver, lymphocytes. */
export function rateGroupA(
  items: readonly Item[],
  lymphocytes: Item,
  { lymphocytosis, symptoms }: GroupARules
): GroupA {
  const all = [...items, lymphocytes];
  const counted = lymphocytosis ? items : all;
  if (counted.some(({ progressed }) => progressed)) return 'PD';
  if (all.every(({ normal }) => normal === true) && symptoms === false) return 'CR';
  const improved = enough(counted, 2);
  if (improved === null) return 'NE';
  if (!improved) return 'SD';
  return lymphocytosis ? 'PR-L' : 'PR';
}

/** Function of the marrow: platelets and haemoglobin. */
export function rateGroupB(items: readonly Item[]): GroupB {
  if (items.some(({ progressed }) => progressed)) return 'PD';
  if (items.every(({ normal }) => normal === true)) return 'CR';
  if (items.every(({ abnormalAtBaseline }) => !abnormalAtBaseline)) return 'NA';
  const improved = enough(items, 1);
  if (improved === null) return 'NE';
  return improved ? 'PR' : 'SD';
}

/** Below normal now, and not because of the leukaemia. */
export function hasOtherCytopenia(items: readonly Item[], dueToCll: boolean | null): boolean {
  return dueToCll !== true && items.some(({ normal }) => normal === false);
}

export function marrowOf(labs: Labs | null, progressed: boolean): Marrow {
  if (progressed) return 'PD';
  const states = { normal: 'NORMAL', hypocellular: 'HYPOCELLULAR', involved: 'INVOLVED' } as const;
  return labs?.marrow ? states[labs.marrow] : 'NA';
}
