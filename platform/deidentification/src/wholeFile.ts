import { utf8ToBytes } from '@noble/hashes/utils';
import { utf8Term } from './deidentifyDataset.js';
import {
  basicProfile,
  chosenOptions,
  cleanPixelData,
  cleanVisualFeatures,
  type DeidentificationOptions,
  type MethodCode,
} from './options.js';
import { type DataElement, type Dataset, elementOf, sequence, value } from './part10/element.js';
import type { DeidentificationPlan } from './plan.js';
import type { Rule } from './report.js';
import type { ReportOfFile } from './reportOfFile.js';
import { edition } from './table/table.js';
import { asciiBytes, asciiOf, hexOf } from './valueRepresentations.js';

const methodTag = 0x00120063;
const methodCodesTag = 0x00120064;
const modifiedTag = 0x00280303;
const patientNameTag = 0x00100010;

const textOf = (dataset: Dataset, tag: number): string => {
  const found = elementOf(dataset, tag);
  return found?.kind === 'value' ? asciiOf(found.value).trim() : '';
};

/**
 * The second value of DeidentificationMethod: keyed, so that no site can write it, and of this very instance. A file that
 * bears it was made under the same plan; its dates are not shifted and its UIDs not replaced a second time.
 */
const markOf = (plan: DeidentificationPlan, sopInstanceUid: string): string => {
  const { dates, retainUids } = plan.options;
  const said = [
    'corelab deidentification',
    edition,
    sopInstanceUid,
    dates,
    plan.shiftDays,
    retainUids,
  ];
  return plan.digest(utf8ToBytes(said.join('\n'))).slice(0, 32);
};

/** Whether the file is one that this plan made. */
export const isOurs = (dataset: Dataset, plan: DeidentificationPlan): boolean =>
  textOf(dataset, methodTag).split('\\')[1] === markOf(plan, textOf(dataset, 0x00080018));

const codeItem = ({ value: code, meaning }: MethodCode): Dataset => [
  value(0x00080100, 'SH', asciiBytes(code)),
  value(0x00080102, 'SH', asciiBytes('DCM')),
  value(0x00080104, 'LO', asciiBytes(meaning)),
];

/** Acts on pixels that an earlier de-identification says: they stay done. */
const doneBefore = (dataset: Dataset): readonly MethodCode[] => {
  const codes = elementOf(dataset, methodCodesTag);
  const said = codes?.kind === 'sequence' ? codes.items.map(item => textOf(item, 0x00080100)) : [];
  return [cleanPixelData, cleanVisualFeatures].filter(code => said.includes(code.value));
};

const methodCodes = (dataset: Dataset, plan: DeidentificationPlan): readonly MethodCode[] => {
  const pixels = new Set(doneBefore(dataset));
  if (plan.masks.length > 0) pixels.add(cleanPixelData);
  return [basicProfile, ...chosenOptions(plan.options).map(({ code }) => code), ...pixels];
};

/** From least to most that was done to dates. */
const modifications = ['UNMODIFIED', 'MODIFIED', 'REMOVED'] as const;
const modificationOf: Readonly<Record<DeidentificationOptions['dates'], number>> = {
  full: 0,
  shifted: 1,
  removed: 2,
};

/** What was done to dates, here or before: what a site has shifted does not become unmodified by being kept. */
const modified = (dataset: Dataset, plan: DeidentificationPlan): string => {
  const before = modifications.findIndex(one => one === textOf(dataset, modifiedTag));
  return modifications[Math.max(before, modificationOf[plan.options.dates])] ?? 'REMOVED';
};

const text = (tag: number, vr: string, content: string): DataElement =>
  value(tag, vr, utf8ToBytes(content));

const ofTrial = ({ trial, subject }: DeidentificationPlan): readonly DataElement[] =>
  trial === null
    ? []
    : [
        text(0x00120010, 'LO', trial.sponsorName),
        text(0x00120020, 'LO', trial.protocolId),
        text(0x00120021, 'LO', trial.protocolName ?? ''),
        text(0x00120030, 'LO', trial.siteId ?? ''),
        text(0x00120031, 'LO', trial.siteName ?? ''),
        text(0x00120040, 'LO', subject),
      ];

/** PatientName and PatientID of a plan, wherever they are. */
export const identityOf = ({ subject }: DeidentificationPlan): ReadonlyMap<number, Uint8Array> =>
  new Map([
    [patientNameTag, utf8ToBytes(subject)],
    [0x00100020, utf8ToBytes(subject)],
  ]);

/** Tags that `wholeFileElements` writes. */
export const wholeFileTags = (plan: DeidentificationPlan): ReadonlySet<number> =>
  new Set([
    ...[0x00080005, 0x00120062, methodTag, methodCodesTag, modifiedTag],
    ...identityOf(plan).keys(),
    ...ofTrial(plan).map(({ tag }) => tag),
  ]);

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

const bytesOf = (element: DataElement | undefined): Uint8Array | null =>
  element?.kind === 'value' ? element.value : null;

const report = (
  into: ReportOfFile,
  rule: Rule,
  before: DataElement | undefined,
  after: DataElement
): void => {
  const [from, to] = [bytesOf(before), bytesOf(after)];
  const same = from !== null && to !== null && sameBytes(from, to);
  into.add(hexOf(after.tag), same ? 'kept' : 'replaced', rule, from, to);
};

/**
 * What the file as a whole says: its subject and trial, its character set, and how it was de-identified (PS3.15, E.1.1).
 * @param original before de-identification
 * @param sopInstanceUid after it
 */
export const wholeFileElements = (
  original: Dataset,
  sopInstanceUid: string,
  plan: DeidentificationPlan,
  into: ReportOfFile
): readonly DataElement[] => {
  const method = `DICOM PS3.15 ${edition} Annex E\\${markOf(plan, sopInstanceUid)}`;
  const written: readonly (readonly [Rule, DataElement])[] = [
    ['characterSet', value(0x00080005, 'CS', utf8Term)],
    ...[...identityOf(plan)].map(
      ([tag, bytes]) =>
        ['identity', value(tag, tag === patientNameTag ? 'PN' : 'LO', bytes)] as const
    ),
    ...ofTrial(plan).map(element => ['identity', element] as const),
    ['method', text(0x00120062, 'CS', 'YES')],
    ['method', text(methodTag, 'LO', method)],
    ['method', sequence(methodCodesTag, methodCodes(original, plan).map(codeItem))],
    ['method', text(modifiedTag, 'CS', modified(original, plan))],
  ];
  for (const [rule, element] of written)
    report(into, rule, elementOf(original, element.tag), element);
  return written.map(([, element]) => element);
};
