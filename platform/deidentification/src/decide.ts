import { dictionaryVr } from './dictionary.js';
import type { OptionRow } from './options.js';
import { pixelDataTag } from './part10/element.js';
import type { Rule } from './report.js';
import type { BasicAction, IodType, Row } from './table/columns.js';
import { isCurveOrOverlay, rowOf, stricterRowOf } from './table/table.js';
import { isFreeText, kindOf } from './valueRepresentations.js';

/** One letter of PS3.15, table E.1-1a. */
export type Code = 'D' | 'Z' | 'X' | 'U' | 'K' | 'C';

export interface Decision {
  readonly code: Code;
  readonly rule: Rule;
  /** What takes the place of a value of which cleaning leaves nothing. */
  readonly rest: 'D' | 'Z';
  /** What a value that is kept may be, beyond its VR. */
  readonly form?: RegExp;
}

/** Attributes that options keep although their VR may hold any text: their defined terms (PS3.3, C.7.1.1, C.7.2.2, C.12.1). */
const forms: ReadonlyMap<number, RegExp> = new Map([
  // TimezoneOffsetFromUTC, PatientSex, PatientSexNeutered, SmokingStatus
  [0x00080201, /^([+-]\d{4})?$/],
  [0x00100040, /^[MFO]?$/],
  [0x00102203, /^(ALTERED|UNALTERED)?$/],
  [0x001021a0, /^(YES|NO|UNKNOWN)?$/],
]);

/**
 * The one action of a combined one: where the attribute is type 1 in an admitted IOD the last named, which keeps a value;
 * type 2 the one that empties; type 3 or absent the first.
 */
export const resolveAction = (action: BasicAction, type: IodType | undefined): Code => {
  const codes = action.replace('*', '').split('/') as Code[];
  const last = codes.at(-1) ?? 'X';
  if (codes.length === 1 || type === 1) return last;
  if (type === 2 && codes.includes('Z')) return 'Z';
  return codes[0] ?? 'X';
};

const decideByRow = (row: Row, options: readonly OptionRow[], basicRule: Rule): Decision => {
  const [tag, keyword, , action, columns = {}, type] = row;
  const basic = resolveAction(action, type);
  const rest = basic === 'D' ? 'D' : 'Z';
  const kept = options.find(({ name }) => columns[name] === 'K');
  const form = forms.get(Number.parseInt(tag, 16));
  if (kept !== undefined)
    return { code: 'K', rule: kept.name, rest, ...(form === undefined ? {} : { form }) };
  const cleaned = options.find(({ name }) => columns[name] === 'C');
  // A code can't be cleaned word by word: what is coded goes as the basic profile wants.
  if (cleaned !== undefined && !keyword.endsWith('CodeSequence'))
    return { code: 'C', rule: cleaned.name, rest };
  return { code: basic, rule: basicRule, rest };
};

/** Kinds that files in use exchange without harm. */
const alike: Readonly<Record<string, string>> = { code: 'text', age: 'text', bulk: 'binary' };
const family = (vr: string): string => alike[kindOf(vr)] ?? kindOf(vr);

/** Bytes of no form that displaying an image needs. */
const neededBytes: ReadonlySet<number> = new Set([
  pixelDataTag,
  // ICCProfile
  0x00282000,
]);

/** Below are commands, file meta and directories, which no image has in its dataset. */
const firstOfImages = 0x00080000;

const unlisted = (vr: string, tag: number, options: readonly OptionRow[]): Decision => {
  const has = (name: OptionRow['name']): boolean => options.some(one => one.name === name);
  const product = (code: Code): Decision => ({ code, rule: 'product', rest: 'Z' });
  const kind = kindOf(vr);
  if (kind === 'date') {
    if (has('retainFullDates')) return { code: 'K', rule: 'retainFullDates', rest: 'Z' };
    if (has('retainModifiedDates')) return { code: 'C', rule: 'retainModifiedDates', rest: 'Z' };
    return product('Z');
  }
  if (kind === 'uid')
    return has('retainUids') ? { code: 'K', rule: 'retainUids', rest: 'Z' } : product('U');
  if (vr === 'PN') return product('Z');
  if (vr === 'UR' || kind === 'unknown') return product('X');
  if (isFreeText(vr)) return product('C');
  if (vr === 'OB' && !neededBytes.has(tag)) return product('X');
  return { code: 'K', rule: 'unlisted', rest: 'Z' };
};

/**
 * What is done with a standard element.
 * @param options the chosen ones, retaining before cleaning: `chosenOptions`
 */
export const decide = (tag: number, vr: string, options: readonly OptionRow[]): Decision => {
  const gone = (rule: Rule): Decision => ({ code: 'X', rule, rest: 'Z' });
  const expected = dictionaryVr(tag);
  if (tag < firstOfImages) return gone('product');
  if (isCurveOrOverlay(tag)) return gone('basic');
  const row = rowOf(tag);
  const stricter = stricterRowOf(tag);
  const decision =
    stricter !== undefined
      ? decideByRow(stricter, options, 'product')
      : row !== undefined
        ? decideByRow(row, options, 'basic')
        : expected === undefined
          ? gone('product')
          : unlisted(vr, tag, options);
  const keeps = decision.code === 'K' || decision.code === 'C' || decision.code === 'U';
  if (keeps && expected !== undefined && family(vr) !== family(expected)) return gone('malformed');
  return decision;
};
