import { utf8ToBytes } from '@noble/hashes/utils';
import { type CharacterRepertoire, decodeText, isAscii } from './characterSets.js';
import { cleanText } from './cleanText.js';
import type { Decision } from './decide.js';
import type { Action, Rule } from './report.js';
import { shiftDate } from './shiftDate.js';
import {
  asciiBytes,
  asciiOf,
  dummyOf,
  isEncodedText,
  isOfVr,
  kindOf,
} from './valueRepresentations.js';

/** What is the same for all values of a file. */
export interface ValueContext {
  readonly words: ReadonlySet<string>;
  readonly shiftDays: number;
  readonly uid: (uid: string) => string;
  /** The file is one that this plan made: dates and UIDs were changed then. */
  readonly isOurs: boolean;
}

export interface Outcome {
  readonly action: Action;
  readonly rule: Rule;
  /** Null: the element goes. */
  readonly value: Uint8Array | null;
}

const empty = new Uint8Array(0);

const keep = (
  vr: string,
  bytes: Uint8Array,
  { rule, form }: Decision,
  repertoire: CharacterRepertoire
): Outcome => {
  if (!isOfVr(vr, bytes) || form?.test(asciiOf(bytes)) === false)
    return { action: 'emptied', rule: 'malformed', value: empty };
  if (!isEncodedText(vr) || isAscii(bytes)) return { action: 'kept', rule, value: bytes };
  return { action: 'kept', rule, value: utf8ToBytes(decodeText(bytes, repertoire)) };
};

/** A dummy, consistent with the VR; a UID has none and is replaced, in a file of ours it was. */
const dummy = (vr: string, bytes: Uint8Array, rule: Rule, context: ValueContext): Outcome =>
  kindOf(vr) === 'uid'
    ? replaceUids(bytes, rule, context)
    : { action: 'replaced', rule, value: dummyOf(vr) };

const replaceUids = (bytes: Uint8Array, rule: Rule, context: ValueContext): Outcome => {
  if (context.isOurs) return { action: 'kept', rule, value: bytes };
  const uids = asciiOf(bytes).split('\\');
  const others = uids.map(uid => context.uid(uid.trim()));
  const same = others.every((uid, i) => uid === uids[i]);
  return same
    ? { action: 'kept', rule, value: bytes }
    : { action: 'uidReplaced', rule, value: asciiBytes(others.join('\\')) };
};

const rest = (vr: string, bytes: Uint8Array, decision: Decision, context: ValueContext): Outcome =>
  decision.rest === 'D'
    ? dummy(vr, bytes, decision.rule, context)
    : { action: 'emptied', rule: decision.rule, value: empty };

const shiftDates = (
  vr: string,
  bytes: Uint8Array,
  decision: Decision,
  context: ValueContext
): Outcome => {
  if (!isOfVr(vr, bytes)) return rest(vr, bytes, decision, context);
  if (vr === 'TM' || context.isOurs || bytes.length === 0)
    return { action: 'kept', rule: decision.rule, value: bytes };
  const shifted = asciiOf(bytes)
    .split('\\')
    .map(one => shiftDate(one, context.shiftDays));
  if (shifted.some(one => one === null)) return rest(vr, bytes, decision, context);
  return { action: 'dateShifted', rule: decision.rule, value: asciiBytes(shifted.join('\\')) };
};

const clean = (
  vr: string,
  bytes: Uint8Array,
  decision: Decision,
  repertoire: CharacterRepertoire,
  context: ValueContext
): Outcome => {
  const kind = kindOf(vr);
  if (kind === 'date') return shiftDates(vr, bytes, decision, context);
  if (kind !== 'text' && kind !== 'code')
    return { action: 'removed', rule: decision.rule, value: null };
  const text = isEncodedText(vr) ? decodeText(bytes, repertoire) : asciiOf(bytes);
  const cleaned = cleanText(text, context.words);
  if (cleaned === '') return rest(vr, bytes, decision, context);
  return { action: 'cleaned', rule: decision.rule, value: utf8ToBytes(cleaned) };
};

/** Does to one value what was decided. Text comes out as UTF-8. */
export const applyToValue = (
  vr: string,
  bytes: Uint8Array,
  decision: Decision,
  repertoire: CharacterRepertoire,
  context: ValueContext
): Outcome => {
  const { code, rule } = decision;
  switch (code) {
    case 'X':
      return { action: 'removed', rule, value: null };
    case 'Z':
      return { action: 'emptied', rule, value: empty };
    case 'D':
      return dummy(vr, bytes, rule, context);
    case 'K':
      return keep(vr, bytes, decision, repertoire);
    case 'U':
      return replaceUids(bytes, rule, context);
    case 'C':
      return clean(vr, bytes, decision, repertoire, context);
  }
};
