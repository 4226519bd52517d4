import { text } from './text.js';
import type { TextKey } from './language/en.js';

const kinds = {
  randomisation: 'clinical.kind.randomisation',
  firstDose: 'clinical.kind.firstDose',
  death: 'clinical.kind.death',
  newAnticancerTherapy: 'clinical.kind.newAnticancerTherapy',
  steroids: 'clinical.kind.steroids',
  clinicalStatus: 'clinical.kind.clinicalStatus',
  labs: 'clinical.kind.labs',
  histology: 'clinical.kind.histology',
  priorRadiation: 'clinical.kind.priorRadiation',
  priorSurgery: 'clinical.kind.priorSurgery',
  weight: 'clinical.kind.weight',
  height: 'clinical.kind.height',
  sex: 'clinical.kind.sex',
} as const satisfies Readonly<Record<string, TextKey>>;

/** By kind: the words that stand for values which are words of the model. */
const values: Readonly<Record<string, Readonly<Record<string, TextKey>>>> = {
  clinicalStatus: {
    improved: 'clinical.value.improved',
    stable: 'clinical.value.stable',
    worse: 'clinical.value.worse',
  },
  sex: { M: 'clinical.value.M', F: 'clinical.value.F', O: 'clinical.value.O' },
};

/** A kind of clinical fact in the person's language; one that this build does not know stands as it is. */
export const clinicalFactKind = (kind: string): string =>
  Object.hasOwn(kinds, kind) ? text(kinds[kind as keyof typeof kinds]) : kind;

/** A value with its unit; 1 is the unit of what has none. */
export const clinicalFactValue = (kind: string, value: string, unit: string | null): string => {
  const words = values[kind] ?? {};
  const key = Object.hasOwn(words, value) ? words[value] : undefined;
  if (key !== undefined) return text(key);
  return unit === null || unit === '1' ? value : `${value} ${unit}`;
};
