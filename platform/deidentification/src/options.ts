import { type Static, Type } from '@sinclair/typebox';

/** The options of PS3.15, E.3.3 to E.3.12, that table E.1-1 has a column for. */
export type OptionName =
  | 'retainSafePrivate'
  | 'retainUids'
  | 'retainDeviceIdentity'
  | 'retainInstitutionIdentity'
  | 'retainPatientCharacteristics'
  | 'retainFullDates'
  | 'retainModifiedDates'
  | 'cleanDescriptors'
  | 'cleanStructuredContent'
  | 'cleanGraphics';

/** A code of the scheme DCM, context group 7050 (PS3.16). */
export interface MethodCode {
  readonly value: string;
  readonly meaning: string;
}

export interface OptionRow {
  readonly name: OptionName;
  readonly code: MethodCode;
  /** Whether this product's default plan has it. */
  readonly byDefault: boolean;
  /** Why the default is as it is. */
  readonly reason: string;
}

export const basicProfile: MethodCode = {
  value: '113100',
  meaning: 'Basic Application Confidentiality Profile',
};

/** Said when rectangles of the plan were blacked, and kept when an earlier de-identification said it. */
export const cleanPixelData: MethodCode = { value: '113101', meaning: 'Clean Pixel Data Option' };

/** Kept when an earlier de-identification said it: faces are not removed here. */
export const cleanVisualFeatures: MethodCode = {
  value: '113102',
  meaning: 'Clean Recognizable Visual Features Option',
};

/** In the order in which they are asked, retaining before cleaning. */
export const optionRows: readonly OptionRow[] = [
  {
    name: 'retainFullDates',
    code: {
      value: '113106',
      meaning: 'Retain Longitudinal Temporal Information Full Dates Option',
    },
    byDefault: true,
    reason:
      'Visit windows and the order of visits are computed from the dates of the exams; readers get none of them, or shifted ones.',
  },
  {
    name: 'retainModifiedDates',
    code: {
      value: '113107',
      meaning: 'Retain Longitudinal Temporal Information Modified Dates Option',
    },
    byDefault: false,
    reason: 'Dates are kept; with this option they would be shifted, the days between them kept.',
  },
  {
    name: 'retainPatientCharacteristics',
    code: { value: '113108', meaning: 'Retain Patient Characteristics Option' },
    byDefault: true,
    reason: 'Standardized uptake values need weight, size and sex.',
  },
  {
    name: 'retainUids',
    code: { value: '113110', meaning: 'Retain UIDs Option' },
    byDefault: true,
    reason:
      'Exams sent again, corrections and queries to the site name them; readers get other UIDs in every read.',
  },
  {
    name: 'retainDeviceIdentity',
    code: { value: '113109', meaning: 'Retain Device Identity Option' },
    byDefault: false,
    reason:
      'Manufacturer, model and software, which protocol checks need, are in no row of the table and stay; serial number, station and names of the device go.',
  },
  {
    name: 'retainInstitutionIdentity',
    code: { value: '113112', meaning: 'Retain Institution Identity Option' },
    byDefault: false,
    reason: 'The trial knows the site by its identifier.',
  },
  {
    name: 'retainSafePrivate',
    code: { value: '113111', meaning: 'Retain Safe Private Option' },
    byDefault: true,
    reason:
      'Numbers that quantification needs and no standard attribute has (SUV factors, b-values); all other private attributes go.',
  },
  {
    name: 'cleanDescriptors',
    code: { value: '113105', meaning: 'Clean Descriptors Option' },
    byDefault: true,
    reason:
      'Series are recognised by the words of their descriptions; what is in no list of such words goes.',
  },
  {
    name: 'cleanStructuredContent',
    code: { value: '113104', meaning: 'Clean Structured Content Option' },
    byDefault: false,
    reason: 'Reports are not admitted; acquisition context is not needed.',
  },
  {
    name: 'cleanGraphics',
    code: { value: '113103', meaning: 'Clean Graphics Option' },
    byDefault: false,
    reason: 'Overlays and graphics may hold text and are not read; they go.',
  },
];

const chosen = (description: string) => Type.Boolean({ description });

/** What may be chosen, as a charter or a configuration writes it. */
export const OptionsSchema = Type.Object(
  {
    dates: Type.Union([Type.Literal('full'), Type.Literal('shifted'), Type.Literal('removed')], {
      description: 'Dates and times kept, shifted by whole days, or removed.',
    }),
    retainUids: chosen('UIDs are kept; else each is replaced, everywhere by the same.'),
    retainPatientCharacteristics: chosen('Sex, age, size, weight and the like are kept.'),
    retainDeviceIdentity: chosen('Serial numbers and names of devices are kept.'),
    retainInstitutionIdentity: chosen('Institution and site names are kept.'),
    retainSafePrivate: chosen('Private elements of the list of safe ones are kept.'),
    cleanDescriptors: chosen('Of descriptions, words of the controlled list are kept.'),
    cleanStructuredContent: chosen('Of content items, coded parts and listed words are kept.'),
    cleanGraphics: chosen('Of annotations, graphics and listed words are kept; overlays never.'),
  },
  { additionalProperties: false }
);
export type DeidentificationOptions = Static<typeof OptionsSchema>;

/** What this product chooses; each reason is in `optionRows`. */
export const defaultOptions: DeidentificationOptions = {
  dates: 'full',
  retainUids: true,
  retainPatientCharacteristics: true,
  retainDeviceIdentity: false,
  retainInstitutionIdentity: false,
  retainSafePrivate: true,
  cleanDescriptors: true,
  cleanStructuredContent: false,
  cleanGraphics: false,
};

const isChosen = (options: DeidentificationOptions, name: OptionName): boolean => {
  if (name === 'retainFullDates') return options.dates === 'full';
  if (name === 'retainModifiedDates') return options.dates === 'shifted';
  return options[name];
};

/** The rows that are chosen, in the table's order: retaining comes before cleaning. */
export const chosenOptions = (options: DeidentificationOptions): readonly OptionRow[] =>
  optionRows.filter(({ name }) => isChosen(options, name));
