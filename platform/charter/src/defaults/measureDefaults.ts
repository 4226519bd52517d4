import { eachEntry, entriesOf, known, merged, type Plain } from './merged.js';
import { entryDefaults } from './entryDefaults.js';

export interface PrimaryMeasure {
  readonly id: unknown;
  readonly kind: 'criterion' | 'instrument';
}

/** Criteria and instruments with their parameters and the one that adjudication and endpoints go by. */
export function withMeasureDefaults(charter: Plain): Plain {
  const lists = [entriesOf(charter['criteria']), entriesOf(charter['instruments'])];
  const chosen = lists.flat().some(entry => entry['primary'] === true);
  const first = chosen ? undefined : lists.flat()[0];
  const filled = (defaults: Plain) => (item: Plain) =>
    merged({ ...defaults, primary: item === first }, item);
  return known({
    ...charter,
    criteria: eachEntry(charter['criteria'], filled(entryDefaults['criteria[]'])),
    instruments: eachEntry(charter['instruments'], filled(entryDefaults['instruments[]'])),
  });
}

/** The primary measure of a charter whose measures are filled in; null where it has none. */
export function primaryMeasure(charter: Plain): PrimaryMeasure | null {
  const is = (entry: Plain) => entry['primary'] === true;
  const criterion = entriesOf(charter['criteria']).find(is);
  if (criterion) return { id: criterion['id'], kind: 'criterion' };
  const instrument = entriesOf(charter['instruments']).find(is);
  return instrument ? { id: instrument['id'], kind: 'instrument' } : null;
}
