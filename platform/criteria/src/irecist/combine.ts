import { type Static, Type } from '@sinclair/typebox';
import type { NonTargetCategory, TargetCategory } from '../course/categories.js';
import { pick } from '../course/combineByGrid.js';
import { overallGrid } from '../course/overallGrid.js';
import type { CombinationTable } from '../criterion.js';
import { immune, type ImmuneOverall, NN } from './codes.js';

const id = 'irecist';
const source = 'Seymour 2017 (iRECIST) Table 2';

const targets = ['ICR', 'IPR', 'ISD', 'IUPD', 'ICPD', 'NE'] as const;
const nonTargets = ['ICR', NN, 'IUPD', 'ICPD', 'NE'] as const;
const overalls = ['ICR', 'IPR', 'ISD', NN, 'NED', 'IUPD', 'ICPD', 'NE'] as const;

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const Answer = Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()]));

export const ComponentsSchema = Type.Object({
  target: Code,
  nonTarget: Code,
  /** New lesions that count: first seen now, or in the run of unconfirmed progression. */
  newLesions: Answer,
  /** Further new lesions, or growth of those seen before that would confirm. */
  newLesionProgression: Answer,
  /** IUPD: a run of unconfirmed progression is open. null: no assessment before. */
  priorOverall: Code,
});

const plainTarget: Readonly<Record<(typeof targets)[number] | 'NA', TargetCategory>> = {
  ICR: 'CR',
  IPR: 'PR',
  ISD: 'SD',
  IUPD: 'PD',
  ICPD: 'PD',
  NE: 'NE',
  NA: 'NA',
};
const plainNonTarget: Readonly<Record<(typeof nonTargets)[number] | 'NA', NonTargetCategory>> = {
  ICR: 'CR',
  [NN]: 'NON-CR/NON-PD',
  IUPD: 'PD',
  ICPD: 'PD',
  NE: 'NE',
  NA: 'NA',
};

function answer(given: boolean | string | null | undefined, path: string): boolean {
  if (typeof given !== 'string') return given === true;
  return pick(given, ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const, path, id) === 'YES';
}

/**
 * iRECIST's combination table alone: progression is unconfirmed, unless a run of unconfirmed progression is open
 * (`priorOverall` IUPD) and a component (ICPD) or the new lesions (`newLesionProgression`) confirm it.
 */
export function combineIrecist(components: Readonly<Record<string, unknown>>): ImmuneOverall {
  const given = components as Static<typeof ComponentsSchema>;
  const target = pick(given.target, targets, '/components/target', id);
  const nonTarget = pick(given.nonTarget, nonTargets, '/components/nonTarget', id);
  const prior = pick(given.priorOverall, overalls, '/components/priorOverall', id);
  const growing = answer(given.newLesionProgression, '/components/newLesionProgression');
  const newLesions = growing || answer(given.newLesions, '/components/newLesions');
  const confirmed = target === 'ICPD' || nonTarget === 'ICPD';
  // A component that is called confirmed says that a run is open; a prior response that is stated may contradict it.
  const open = prior === 'IUPD' || prior === 'NE' || given.priorOverall === undefined;
  if ((confirmed && open) || (growing && prior === 'IUPD')) return 'ICPD';
  if (newLesions) return 'IUPD';
  return immune(overallGrid[plainTarget[target]][plainNonTarget[nonTarget]]);
}

/** The table by its axes: without and with an open run, by what the new lesions do. */
export const irecistTables: readonly CombinationTable[] = [null, 'IUPD'].flatMap(priorOverall =>
  [
    { newLesions: false, newLesionProgression: false, words: 'no new lesion' },
    { newLesions: true, newLesionProgression: false, words: 'new lesions, not growing' },
    { newLesions: true, newLesionProgression: true, words: 'new lesions, growing or further ones' },
  ].map(({ words, ...lesions }) => ({
    title: `${priorOverall === null ? 'No iUPD before' : 'After iUPD'}, ${words}`,
    source,
    axes: [
      { component: 'target', label: 'Target', values: [...targets, null] },
      { component: 'nonTarget', label: 'Non-target', values: [...nonTargets, null] },
    ],
    fixed: { ...lesions, priorOverall },
  }))
);
