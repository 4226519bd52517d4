import { stringify } from 'yaml';
import { keysAt, meaningAt, wordsAt, type CharterPath } from './charterSchema.js';
import type { CharterPlace } from './placeAt.js';

/** Something that can be written at a place. */
export interface CharterOption {
  readonly label: string;
  /** What is put in the place of the word that is being written. */
  readonly apply: string;
  readonly meaning: string;
  readonly kind: 'key' | 'value';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that the charter itself gives, by where they are used: `*` is any step. */
const givenNames: readonly { readonly at: string; readonly list: string; readonly key: string }[] =
  [
    { at: 'timepoints/*/roles/*', list: 'series', key: 'role' },
    { at: 'hangingProtocols/*/stages/*/panes/*/role', list: 'series', key: 'role' },
    { at: 'tracks/*/comparisonAt/*', list: 'timepoints', key: 'id' },
  ];

const fits = (pattern: string, path: CharterPath): boolean => {
  const steps = pattern.split('/');
  return (
    steps.length === path.length &&
    steps.every((step, index) => step === '*' || step === String(path[index]))
  );
};

const namesAt = (path: CharterPath, whole: unknown): string[] =>
  givenNames.flatMap(({ at, list, key }) => {
    if (!fits(at, path) || !isRecord(whole)) return [];
    const entries: unknown = whole[list];
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown) => {
      const name = isRecord(entry) ? entry[key] : undefined;
      return typeof name === 'string' ? [name] : [];
    });
  });

const valueOptions = ({ path, quoted, whole }: CharterPlace): CharterOption[] => {
  const words = wordsAt(path).map(({ word, meaning }) => ({ word, meaning }));
  const names = namesAt(path, whole).map(word => ({ word, meaning: meaningAt(path) ?? '' }));
  return [...words, ...names].map(({ word, meaning }) => ({
    label: String(word),
    apply: quoted ? String(word) : stringify(word).trim(),
    meaning,
    kind: 'value',
  }));
};

/** What can be written at a place: keys that its mapping lacks, else words that its value may be. */
export function charterOptions(place: CharterPlace): CharterOption[] {
  if (place.kind === 'value') {
    const values = valueOptions(place);
    const inList = typeof place.path.at(-1) === 'number';
    return values.length > 0 || !inList ? values : charterOptions({ ...place, kind: 'key' });
  }
  const keys = keysAt(place.path).filter(({ key }) => !place.present.includes(key));
  if (keys.length === 0) return valueOptions(place);
  return keys.map(({ key, meaning, takes }) => ({
    label: key,
    apply: place.colon ? key : takes === 'lines' ? `${key}:` : `${key}: `,
    meaning,
    kind: 'key',
  }));
}
