import { type Columns, type Row, graphics } from './columns.js';
import { groups0000To0010 } from './groups0000To0010.js';
import { groups0012To0018 } from './groups0012To0018.js';
import { groups001ATo003F } from './groups001ATo003F.js';
import { groups0040 } from './groups0040.js';
import { groups0042To2200 } from './groups0042To2200.js';
import { groups3000ToFFFF } from './groups3000ToFFFF.js';

/** The edition of PS3.15 whose table E.1-1 this is; two independent transcriptions of it agree row by row. */
export const edition = '2024b';

/** Table E.1-1 without its four rows that stand for many tags; ascending. */
export const attributes: readonly Row[] = [
  ...groups0000To0010,
  ...groups0012To0018,
  ...groups001ATo003F,
  ...groups0040,
  ...groups0042To2200,
  ...groups3000ToFFFF,
];

/** A row of the table that stands for many tags. */
export interface RepeatingRow {
  /** As the table writes it, x for any digit. */
  readonly pattern: string;
  readonly name: string;
  readonly action: 'X';
  readonly columns: Columns;
}

/** The other four rows. What private attributes may be kept is in safePrivate.ts. */
export const repeatingRows: readonly RepeatingRow[] = [
  { pattern: '50xxxxxx', name: 'Curve Data', action: 'X', columns: graphics },
  { pattern: '60xx3000', name: 'Overlay Data', action: 'X', columns: graphics },
  { pattern: '60xx4000', name: 'Overlay Comments', action: 'X', columns: graphics },
  {
    pattern: 'ggggeeee, gggg odd',
    name: 'Private Attributes',
    action: 'X',
    columns: { retainSafePrivate: 'C' },
  },
];

/**
 * What this product removes whatever the options say: ethnic group, free text that no rule of any criterion asks for, though
 * the option to retain patient characteristics names it; names and pronouns a patient wishes (PS3.3, C.2.3), which the
 * table does not have yet; times as opaque bytes, which the options for dates name. These rows come before the table's.
 */
export const stricterAttributes: readonly Row[] = [
  ['00100011', 'PersonNamesToUseSequence', 'SQ', 'X'],
  ['00100014', 'ThirdPersonPronounsSequence', 'SQ', 'X'],
  ['00100041', 'GenderIdentitySequence', 'SQ', 'X'],
  ['00102160', 'EthnicGroup', 'SH', 'X'],
  ['00340007', 'FrameOriginTimestamp', 'OB', 'D'],
  ['04000310', 'CertifiedTimestamp', 'OB', 'X'],
];

const numbered = (rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.map(row => [Number.parseInt(row[0], 16), row]));
const byTag = numbered(attributes);
const stricterByTag = numbered(stricterAttributes);

/** The table's row of a tag, if it has one of its own. */
export const rowOf = (tag: number): Row | undefined => byTag.get(tag);

/** This product's row of a tag, if it has one: it comes before the table's. */
export const stricterRowOf = (tag: number): Row | undefined => stricterByTag.get(tag);

/** Curves, (50xx,xxxx), and overlays, (60xx,xxxx), of all their even groups. */
export const isCurveOrOverlay = (tag: number): boolean => {
  const high = tag >>> 24;
  return high === 0x50 || high === 0x60;
};
