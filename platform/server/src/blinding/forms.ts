import type { IodId } from './iods.js';
import type { Reason } from './reasons.js';
import type { Switch } from './variant.js';

/** In which form the values of an attribute pass. Plain data: the version of the policy is a hash over it. */
export type Form =
  /** Every value must be a finite number. */
  | { readonly pass: 'numbers' }
  /** Numbers to so many significant digits: more would tell one scanner, or one image, from another. */
  | { readonly pass: 'rounded'; readonly digits: number }
  /** Each number as the nearest of a closed list. */
  | { readonly pass: 'nearest'; readonly values: readonly number[] }
  /** Window centre or width: of CT those of the nearest usual window, of others to two significant digits. */
  | { readonly pass: 'window'; readonly part: 'center' | 'width' }
  /** Values outside the closed list are left out: a code string field can hold free text too. */
  | { readonly pass: 'codes'; readonly values: readonly string[] }
  /** A text as the first name whose sign it holds, whatever else stands in it; left out without one. */
  | { readonly pass: 'names'; readonly names: readonly (readonly [sign: string, name: string])[] }
  /** A UID of the DICOM standard itself (`1.2.840.10008.`); says nothing about whose image it is. */
  | { readonly pass: 'standardUid' }
  /** Replaced by the read's pseudonym; left out when this read has none for it. */
  | { readonly pass: 'mappedUid' }
  /** The place of a number among those of its series, from 1. */
  | { readonly pass: 'ordinal' }
  /** A date, moved together with the time of day in `time`. */
  | { readonly pass: 'date'; readonly time: string }
  /** A time of day, moved together with the date in `date`. */
  | { readonly pass: 'time'; readonly date: string }
  /** Date and time in one, moved. */
  | { readonly pass: 'dateTime' }
  /** Not what was received: made by the server. */
  | { readonly pass: 'computed'; readonly from: Computed }
  /** Each item passes through its own list; an item without `required` is left out whole. */
  | { readonly pass: 'items'; readonly allow: readonly Allowed[]; readonly required?: string };

/** What the server makes in place of what was received. */
export type Computed =
  | 'timepointDate'
  | 'role'
  | 'subjectCode'
  | 'age'
  | 'study'
  | 'seriesNumber'
  | 'imagePlace'
  | 'transferSyntax';

/** One attribute that passes. */
export interface Allowed {
  /** Eight hexadecimal digits, upper case. */
  readonly tag: string;
  /** PS3.6. */
  readonly keyword: string;
  readonly vr: readonly string[];
  readonly why: Reason;
  readonly form: Form;
  /** Of these IODs alone; of all when absent. */
  readonly iods?: readonly IodId[];
  /** The variant decides whether it passes; of `dates`, in which form. */
  readonly by?: Switch;
}

type More = Pick<Allowed, 'iods' | 'by'>;

const row = (
  tag: string,
  keyword: string,
  vr: string,
  why: Reason,
  form: Form,
  more: More = {}
): Allowed => ({ ...{ tag, keyword, vr: vr.split(' '), why, form }, ...more });

export const numbers = (tag: string, keyword: string, vr: string, why: Reason, more?: More) =>
  row(tag, keyword, vr, why, { pass: 'numbers' }, more);

export const of = (
  pass: 'standardUid' | 'mappedUid' | 'ordinal' | 'dateTime',
  tag: string,
  keyword: string,
  vr: string,
  why: Reason,
  more?: More
) => row(tag, keyword, vr, why, { pass }, more);

export const inForm = row;

export const items = (
  tag: string,
  keyword: string,
  why: Reason,
  allow: readonly Allowed[],
  { required, ...more }: More & { readonly required?: string } = {}
) =>
  row(
    tag,
    keyword,
    'SQ',
    why,
    { pass: 'items', allow, ...(required === undefined ? {} : { required }) },
    more
  );
