import { defaultsOfArea } from './defaults/areaDefaults.js';
import { entryDefaults } from './defaults/entryDefaults.js';
import type { Plain } from './defaults/merged.js';
import type { Area } from './schema/trial.js';

const areas: readonly Area[] = ['oncology', 'msk', 'gi', 'cardio', 'neuro'];

/**
 * What a charter need not say, as data: `areas` has each area's charter, `entries` what each entry of a list has,
 * by where the list is (`tracks[]`, a mapping's keys as `*`). Defaults that follow from other keys are in the
 * schema's `$comment`.
 */
export const charterDefaults: {
  readonly areas: Readonly<Record<string, Plain>>;
  readonly entries: Readonly<Record<string, Plain>>;
} = {
  areas: Object.fromEntries(areas.map(area => [area, defaultsOfArea(area)])),
  entries: entryDefaults,
};
