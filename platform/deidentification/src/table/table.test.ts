import { describe, expect, it } from '@jest/globals';
import { deidentify } from '../deidentify.js';
import { dictionaryVr } from '../dictionary.js';
import { chosenOptions, defaultOptions, type DeidentificationOptions } from '../options.js';
import type { DataElement } from '../part10/element.js';
import type { DeidentificationPlan } from '../plan.js';
import { elementsOf, fileOf, found, planWith, text } from '../testing/files.js';
import { canary, sample } from '../testing/samples.js';
import { asciiOf } from '../valueRepresentations.js';
import type { Row } from './columns.js';
import { attributes, repeatingRows, stricterAttributes } from './table.js';

const nothing: DeidentificationOptions = {
  dates: 'removed',
  retainUids: false,
  retainPatientCharacteristics: false,
  retainDeviceIdentity: false,
  retainInstitutionIdentity: false,
  retainSafePrivate: false,
  cleanDescriptors: false,
  cleanStructuredContent: false,
  cleanGraphics: false,
};
const everything: DeidentificationOptions = {
  dates: 'shifted',
  retainUids: true,
  retainPatientCharacteristics: true,
  retainDeviceIdentity: true,
  retainInstitutionIdentity: true,
  retainSafePrivate: true,
  cleanDescriptors: true,
  cleanStructuredContent: true,
  cleanGraphics: true,
};

/** Written for the file as a whole, or needed by every file: tested elsewhere. */
const special = new Set(['00080018', '00100010', '00100020']);
const stricter = new Map(stricterAttributes.map(row => [row[0], row]));
const rows = attributes.filter(([tag]) => !special.has(tag));

/** The letter that an option says, else the basic profile's letters. */
const letter = (row: Row, options: DeidentificationOptions): string => {
  const [tag, keyword, , action, columns = {}, type] = stricter.get(row[0]) ?? row;
  // Commands, file meta and directories.
  if (tag < '0008') return 'X';
  const said = chosenOptions(options).map(({ name }) => columns[name]);
  if (said.includes('K')) return 'K';
  if (said.includes('C') && !keyword.endsWith('CodeSequence')) return 'C';
  const letters = action.replace('*', '').split('/');
  const wanted = type === undefined ? ['X', 'Z', 'D', 'U'] : type === 2 ? ['Z'] : ['D', 'U', 'Z'];
  return wanted.find(one => letters.includes(one)) ?? `${tag} ${action}`;
};

const textOf = (element: DataElement | undefined): string =>
  element?.kind === 'value' ? asciiOf(element.value) : '';
const itemsOf = (element: DataElement | undefined): number =>
  element?.kind === 'sequence' ? element.items.length : -1;
const cleaned: Readonly<Record<string, string>> = {
  DA: '20240301',
  DT: '20240301103000.5',
  TM: '103000',
};

/** Whether an element that was `before` is afterwards what the letter wants. */
const held: Readonly<
  Record<string, (before: DataElement, now: DataElement | undefined) => boolean>
> = {
  X: (_, now) => now === undefined,
  Z: (_, now) => (now?.kind === 'value' ? now.value.length === 0 : itemsOf(now) === 0),
  D: (before, now) =>
    now?.kind === 'value'
      ? now.value.length > 0 && textOf(now) !== textOf(before)
      : now?.kind === 'sequence' && now.items.length === 1 && now.items[0]?.length === 0,
  U: (before, now) =>
    before.kind === 'sequence' ? itemsOf(now) === 1 : /^2\.25\.\d{1,39}$/.test(textOf(now)),
  // A sequence is kept with what is in it de-identified.
  K: (before, now) =>
    before.kind === 'value' ? textOf(now) === textOf(before) : itemsOf(now) === 1,
  C: (before, now) =>
    before.kind === 'sequence'
      ? itemsOf(now) === 1
      : cleaned[before.vr] === undefined
        ? !textOf(now).includes(canary)
        : textOf(now) === cleaned[before.vr],
};

const done = (elements: readonly DataElement[], plan: DeidentificationPlan): Uint8Array => {
  const result = deidentify(fileOf(elements), plan);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.bytes;
};

describe.each([
  ['nothing retained', nothing],
  ['the default plan', defaultOptions],
  ['everything retained', everything],
])('%s', (_, options) => {
  const plan = planWith({ options, shiftDays: options.dates === 'shifted' ? 1 : 0 });

  it('does to each row of the table what it says', () => {
    const wrong = rows.filter(row => {
      const before = sample(Number.parseInt(row[0], 16), row[2]);
      const now = found(elementsOf(done([before], plan)), before.tag);
      return held[letter(row, options)]?.(before, now) !== true;
    });
    expect(wrong).toEqual([]);
  });

  it('leaves identity in no row that is not kept as it is', () => {
    const wrong = rows.filter(row => {
      const before = sample(Number.parseInt(row[0], 16), row[2]);
      const isKept = before.kind === 'value' && letter(row, options) === 'K';
      return !isKept && Buffer.from(done([before], plan)).includes(canary);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the table', () => {
  it('has every row of PS3.15, E.1-1, 2024b once, ascending', () => {
    expect(attributes.length + repeatingRows.length).toBe(621);
    const tags = attributes.map(([tag]) => tag);
    expect(tags).toEqual([...new Set(tags)].sort());
  });

  it('has the VRs of PS3.6', () => {
    for (const [tag, , vr] of attributes)
      expect([tag, vr]).toEqual([tag, dictionaryVr(Number.parseInt(tag, 16))]);
  });

  it('says a type only where an action depends on it', () => {
    for (const [tag, , , action, , type] of attributes)
      if (type !== undefined) expect([tag, action.includes('/')]).toEqual([tag, true]);
  });

  it('names no option that keeps beside one that cleans the same for another reason', () => {
    for (const [tag, , , , columns = {}] of attributes) {
      const { retainFullDates, retainModifiedDates } = columns;
      expect([tag, retainFullDates === undefined]).toEqual([
        tag,
        retainModifiedDates === undefined,
      ]);
    }
  });

  it.each([0x50000010, 0x501e3000, 0x60003000, 0x60024000, 0x601e0050])(
    'removes curves and overlays of every group: %s',
    tag =>
      expect(found(elementsOf(done([text(tag, 'LO', canary)], planWith())), tag)).toBeUndefined()
  );

  it('removes private elements', () => {
    const plan = planWith({ options: everything, shiftDays: 1 });
    const file = elementsOf(done([text(0x00091001, 'LO', canary)], plan));
    expect(found(file, 0x00091001)).toBeUndefined();
  });
});
