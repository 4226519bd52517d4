import type { DicomDataset, DicomElement } from '../archive/dicom-json.js';
import { textOf } from '../archive/dicom-json.js';
import { allowList } from './allow-list.js';
import type { Allowed, Form } from './forms.js';
import { iodOfSopClass, type IodId } from './iods.js';
import {
  dateText,
  momentOf,
  momentOfDateTime,
  movedBy,
  timeText,
  type Moment,
} from './moved-time.js';
import { made, type BlindingContext } from './made-values.js';
import { secondsToMove } from './series-facts.js';
import { nearestOf, shownWindow } from './shown-numbers.js';
import { hasDates, type Variant } from './variant.js';

export type { BlindingContext } from './made-values.js';

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const textValue = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim() : undefined;

/** Where an attribute stands: its data set, and that of the image around it. */
interface Place {
  readonly iod: IodId;
  readonly dataset: DicomDataset;
  readonly image: DicomDataset;
  readonly context: BlindingContext;
}

/** All values as numbers, or none of them. */
const allNumbers = (values: readonly unknown[]): readonly number[] | undefined => {
  const numbers = values.map(numberOf);
  return numbers.every(number => number !== undefined) ? numbers : undefined;
};

const moved = (moment: Moment | undefined, { context }: Place): Moment | undefined => {
  const { earliest } = context.series;
  if (moment === undefined || earliest === null) return undefined;
  return movedBy(
    moment,
    secondsToMove(earliest, {
      dates: context.variant.dates,
      dateShiftDays: context.dateShiftDays,
      studyInstanceUid: context.studyInstanceUid,
    })
  );
};

const dateOfValue = (value: unknown, time: string, place: Place): string | undefined => {
  const text = textValue(value) ?? '';
  const moment = moved(momentOf(text, textOf(place.dataset, time)), place);
  return moment === undefined ? undefined : dateText(moment);
};

const timeOfValue = (value: unknown, date: string, place: Place): string | undefined => {
  const day = textOf(place.dataset, date) ?? textOf(place.image, date);
  const time = textValue(value);
  if (day === undefined || time === undefined) return undefined;
  const moment = moved(momentOf(day, time), place);
  return moment === undefined ? undefined : timeText(moment);
};

const dateTimeOfValue = (value: unknown, place: Place): string | undefined => {
  const moment = moved(momentOfDateTime(textValue(value) ?? ''), place);
  if (moment === undefined) return undefined;
  const date = dateText(moment);
  return date === undefined ? undefined : `${date}${timeText(moment)}`;
};

const nameIn = (
  value: unknown,
  names: Extract<Form, { pass: 'names' }>['names']
): string | undefined => {
  const text = textValue(value)?.toLowerCase() ?? '';
  return names.find(([sign]) => text.includes(sign))?.[1];
};

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

const passValues = (
  form: Exclude<Form, { pass: 'computed' }>,
  tag: string,
  values: readonly unknown[],
  place: Place
): readonly unknown[] | undefined => {
  const { context } = place;
  switch (form.pass) {
    case 'numbers':
      return allNumbers(values);
    case 'rounded':
      return allNumbers(values)?.map(number => Number(number.toPrecision(form.digits)));
    case 'nearest':
      return allNumbers(values)?.map(number => nearestOf(form.values, number));
    case 'window':
      if (context.ownWindows === true) return allNumbers(values);
      return shownWindow(place.dataset, place.iod).map(window => window[form.part]);
    case 'codes':
      return values.map(textValue).filter(value => isDefined(value) && form.values.includes(value));
    case 'names':
      return values.map(value => nameIn(value, form.names)).filter(isDefined);
    case 'standardUid':
      return values
        .map(textValue)
        .filter(value => isDefined(value) && /^1\.2\.840\.10008\.[0-9.]{1,50}$/.test(value));
    case 'mappedUid':
      return values.map(value => context.pseudonym(textValue(value) ?? '')).filter(isDefined);
    case 'ordinal':
      return values
        .map(value => context.series.ordinals.get(tag)?.get(numberOf(value) ?? Number.NaN))
        .filter(isDefined);
    case 'date':
      return values.map(value => dateOfValue(value, form.time, place)).filter(isDefined);
    case 'time':
      return values.map(value => timeOfValue(value, form.date, place)).filter(isDefined);
    case 'dateTime':
      return values.map(value => dateTimeOfValue(value, place)).filter(isDefined);
    case 'items':
      return values.flatMap(value => {
        if (typeof value !== 'object' || value === null) return [];
        const item = passDataset(form.allow, { ...place, dataset: value as DicomDataset });
        if (form.required !== undefined && item[form.required] === undefined) return [];
        return Object.keys(item).length === 0 ? [] : [item];
      });
  }
};

/** Whether a variant lets an attribute pass at all. */
export const passesUnder = (variant: Variant, { by, form }: Allowed): boolean => {
  if (by === undefined) return true;
  // A moment of PET has a date in every variant; that of the timepoint is told where dates are.
  if (by === 'dates') return form.pass !== 'computed' || hasDates(variant);
  return variant[by];
};

/** A person's name is an object in the DICOM JSON model (PS3.18, F.2.2). */
const elementOf = (vr: string, value: string | number): DicomElement => ({
  vr,
  Value: [vr === 'PN' ? { Alphabetic: value } : value],
});

const passDataset = (list: readonly Allowed[], place: Place): Record<string, DicomElement> => {
  const passed: Record<string, DicomElement> = {};
  for (const allowed of list) {
    const { tag, form, iods, vr } = allowed;
    if (iods !== undefined && !iods.includes(place.iod)) continue;
    if (!passesUnder(place.context.variant, allowed)) continue;
    if (form.pass === 'computed') {
      const value = made[form.from](place.dataset, place.context);
      if (value !== undefined) passed[tag] = elementOf(vr[0] ?? '', value);
      continue;
    }
    const element = place.dataset[tag];
    if (element?.Value === undefined || !vr.includes(element.vr)) continue;
    const values = passValues(form, tag, element.Value, place);
    if (values !== undefined && values.length > 0)
      passed[tag] = { vr: element.vr, Value: [...values] };
  }
  return passed;
};

/**
 * One image as a reader may see it: what the policy lets pass in the read's variant, in its form. Of an image that is not of
 * an admitted kind nothing is left. Pure; the same input gives the same output, so a lost copy can be made again byte for byte.
 */
export const blindDataset = (dataset: DicomDataset, context: BlindingContext): DicomDataset => {
  const iod = iodOfSopClass(textOf(dataset, '00080016'));
  if (iod === undefined) return {};
  const passed = passDataset(allowList, { iod: iod.id, dataset, image: dataset, context });
  return Object.fromEntries(
    Object.entries(passed).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  );
};
