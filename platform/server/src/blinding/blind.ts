import type { DicomDataset, DicomElement } from '../archive/dicom-json.js';
import { textOf } from '../archive/dicom-json.js';
import { allowList, type Allowed, type PassRule } from './allow-list.js';

/** What stands in place of the identity of one timepoint's series in one read. */
export interface BlindingContext {
  /** PatientName and PatientID. */
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  /** The timepoint's date, real, ISO 8601; null when unknown. */
  readonly timepointDate: string | null;
  /** The series' role; its only description. */
  readonly role: string;
  readonly seriesNumber: number;
  /** The read's pseudonym for a real UID; undefined when this read does not show it. */
  readonly pseudonym: (realUid: string) => string | undefined;
  /** The pseudonymous study that stands for the timepoint. */
  readonly studyInstanceUid: string;
}

const msPerDay = 86_400_000;

/** An ISO 8601 date moved by whole days; reduced precision (`2026-03`) can't be moved and gives null. */
export const shiftDate = (iso: string, days: number): string | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const back = new Date(at).toISOString().slice(0, 10);
  return back === iso ? new Date(at + days * msPerDay).toISOString().slice(0, 10) : null;
};

const shiftDicomDate = (text: string, vr: string, days: number): string | undefined => {
  const match = /^(\d{4})\.?(\d{2})\.?(\d{2})(\d{2,6}(?:\.\d{1,6})?)?([+-]\d{4})?$/.exec(text);
  if (match === null || (vr === 'DA' && (match[4] !== undefined || match[5] !== undefined)))
    return undefined;
  const shifted = shiftDate(`${match[1]}-${match[2]}-${match[3]}`, days);
  return shifted === null
    ? undefined
    : `${shifted.replaceAll('-', '')}${match[4] ?? ''}${match[5] ?? ''}`;
};

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const textValue = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim() : undefined;

const passValues = (
  rule: PassRule,
  vr: string,
  values: readonly unknown[],
  context: BlindingContext
): unknown[] | undefined => {
  switch (rule.pass) {
    case 'numbers': {
      const passed = values.map(numberOf);
      return passed.every(value => value !== undefined) ? passed : undefined;
    }
    case 'codes':
      return values.map(textValue).filter(value => value !== undefined && rule.values.has(value));
    case 'standardUid':
      return values
        .map(textValue)
        .filter(value => value !== undefined && /^1\.2\.840\.10008\.[0-9.]{1,50}$/.test(value));
    case 'mappedUid':
      return values
        .map(value => context.pseudonym(textValue(value) ?? ''))
        .filter(value => value !== undefined);
    case 'shiftedDate':
      return values
        .map(value => shiftDicomDate(textValue(value) ?? '', vr, context.dateShiftDays))
        .filter(value => value !== undefined);
    case 'time':
      return values
        .map(textValue)
        .filter(value => value !== undefined && /^\d{2,6}(\.\d{1,6})?$/.test(value));
    case 'items':
      return values.flatMap(value => {
        if (typeof value !== 'object' || value === null) return [];
        const item = passDataset(value as DicomDataset, rule.allow, context, undefined);
        if (rule.required !== undefined && item[rule.required] === undefined) return [];
        return Object.keys(item).length === 0 ? [] : [item];
      });
  }
};

const passDataset = (
  dataset: DicomDataset,
  list: readonly Allowed[],
  context: BlindingContext,
  modality: string | undefined
): Record<string, DicomElement> => {
  const passed: Record<string, DicomElement> = {};
  for (const allowed of list) {
    const element = dataset[allowed.tag];
    if (element?.Value === undefined || !allowed.vr.includes(element.vr)) continue;
    if (allowed.modalities !== undefined && !allowed.modalities.some(one => one === modality))
      continue;
    const values = passValues(allowed.rule, element.vr, element.Value, context);
    if (values !== undefined && values.length > 0)
      passed[allowed.tag] = { vr: element.vr, Value: values };
  }
  return passed;
};

/**
 * One instance as a reader may see it: the allow-list's attributes, then what replaces the identity.
 * Pure; the same input gives the same output, so a lost copy can be made again byte for byte.
 */
export const blindDataset = (dataset: DicomDataset, context: BlindingContext): DicomDataset => {
  const passed = passDataset(dataset, allowList, context, textOf(dataset, '00080060'));
  const shifted =
    context.timepointDate === null ? null : shiftDate(context.timepointDate, context.dateShiftDays);
  const replaced: Record<string, DicomElement> = {
    ...passed,
    ...(shifted === null ? {} : { '00080020': { vr: 'DA', Value: [shifted.replaceAll('-', '')] } }),
    '0008103E': { vr: 'LO', Value: [context.role] },
    '00100010': { vr: 'PN', Value: [{ Alphabetic: context.subjectCode }] },
    '00100020': { vr: 'LO', Value: [context.subjectCode] },
    '0020000D': { vr: 'UI', Value: [context.studyInstanceUid] },
    '00200011': { vr: 'IS', Value: [context.seriesNumber] },
  };
  return Object.fromEntries(
    Object.entries(replaced).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  );
};
