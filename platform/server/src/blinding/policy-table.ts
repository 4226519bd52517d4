import { allowList } from './allow-list.js';
import { passesUnder } from './blind.js';
import type { Allowed, Form } from './forms.js';
import { iods, type Iod } from './iods.js';
import type { Reason } from './reasons.js';
import { ctWindows } from './standard-values.js';
import type { Switch, Variant } from './variant.js';

/** What a form is called, without its values. */
export const formNames = [
  'numbers',
  'rounded',
  'nearest',
  'window',
  'codes',
  'names',
  'standardUid',
  'mappedUid',
  'ordinal',
  'moved',
  'movedShifted',
  'movedConstant',
  'asItIs',
  'items',
  'timepointDate',
  'role',
  'subjectCode',
  'age',
  'study',
  'seriesNumber',
  'imagePlace',
  'transferSyntax',
] as const;
export type FormName = (typeof formNames)[number];

/** One attribute of the policy as a person reads it. */
export interface PolicyRow {
  readonly tag: string;
  readonly keyword: string;
  /** Keywords of the sequences in whose items it stands; none at the top level. */
  readonly within: readonly string[];
  /** Modalities of whose images it passes. */
  readonly modalities: readonly Iod['modality'][];
  readonly form: FormName;
  /** Digits, or the values that can pass. */
  readonly values: readonly string[];
  readonly why: Reason;
  /** What of a charter decides about it; null where nothing does. */
  readonly by: Switch | null;
  /** Whether it passes in the variant. */
  readonly passes: boolean;
}

/** The three ways in which moments move; without a variant, that they do. */
const movedAs = (variant: Variant | null): FormName => {
  switch (variant?.dates) {
    case 'shifted':
      return 'movedShifted';
    case 'offsets':
    case 'removed':
      return 'movedConstant';
    case 'shown':
      return 'asItIs';
    case undefined:
      return 'moved';
  }
};

const nameOf = (form: Form, variant: Variant | null): FormName => {
  switch (form.pass) {
    case 'date':
    case 'time':
    case 'dateTime':
      return movedAs(variant);
    case 'computed':
      return form.from;
    default:
      return form.pass;
  }
};

const valuesOf = (form: Form): string[] => {
  switch (form.pass) {
    case 'rounded':
      return [String(form.digits)];
    case 'nearest':
      return form.values.map(String);
    case 'codes':
      return [...form.values];
    case 'names':
      return [...new Set(form.names.map(([, name]) => name))];
    case 'window':
      return ctWindows.map(window => String(window[form.part === 'center' ? 0 : 1]));
    default:
      return [];
  }
};

const modalitiesOf = ({ iods: own }: Pick<Allowed, 'iods'>): Iod['modality'][] => [
  ...new Set(
    iods.filter(({ id }) => own === undefined || own.includes(id)).map(({ modality }) => modality)
  ),
];

const rowsOf = (
  list: readonly Allowed[],
  variant: Variant | null,
  around: Pick<PolicyRow, 'within' | 'modalities'>
): PolicyRow[] =>
  list.flatMap(allowed => {
    const { tag, keyword, form, why, by = null } = allowed;
    const modalities = modalitiesOf(allowed).filter(one => around.modalities.includes(one));
    const row: PolicyRow = {
      ...{ tag, keyword, within: around.within, modalities, why, by },
      ...{ form: nameOf(form, variant), values: valuesOf(form) },
      passes: variant === null || passesUnder(variant, allowed),
    };
    return form.pass === 'items'
      ? [row, ...rowsOf(form.allow, variant, { within: [...around.within, keyword], modalities })]
      : [row];
  });

/** The whole policy, row by row; with a variant, what it makes of each. */
export const policyTable = (variant: Variant | null): PolicyRow[] =>
  rowsOf(allowList, variant, { within: [], modalities: modalitiesOf({}) });
