import { wordSet } from './cleanText.js';
import { deidentifyDataset } from './deidentifyDataset.js';
import { chosenOptions } from './options.js';
import { type DataElement, type Dataset, elementOf, pixelDataTag } from './part10/element.js';
import { readPart10, writePart10 } from './part10/part10File.js';
import { cleanPixels } from './pixels/cleanPixels.js';
import { checkPlan, type DeidentificationPlan } from './plan.js';
import { type Refusal, RefusalError } from './refusal.js';
import type { DeidentificationReport } from './report.js';
import { ReportOfFile } from './reportOfFile.js';
import { asciiOf, hexOf } from './valueRepresentations.js';
import { identityOf, isOurs, wholeFileElements, wholeFileTags } from './wholeFile.js';

/** A de-identified file and what was done to it, or why it is not de-identified. */
export type Deidentified =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly report: DeidentificationReport }
  | { readonly ok: false; readonly refusal: Refusal };

const textOf = (dataset: Dataset, tag: number): string => {
  const found = elementOf(dataset, tag);
  return found?.kind === 'value' ? asciiOf(found.value).trim() : '';
};

const named = (dataset: Dataset, tag: number, keyword: string): string => {
  const uid = textOf(dataset, tag);
  if (!/^\d+(\.\d+)*$/.test(uid) || uid.length > 64)
    throw new RefusalError('malformed', `${hexOf(tag)} ${keyword} is absent or not a UID`);
  return uid;
};

const checkBurnedIn = (dataset: Dataset, plan: DeidentificationPlan): void => {
  if (plan.burnedInAnnotation === 'cleared' || plan.masks.length > 0) return;
  if (textOf(dataset, 0x00280301).toUpperCase() === 'YES')
    throw new RefusalError(
      'burnedInAnnotation',
      '(0028,0301) BurnedInAnnotation is YES: identity may be in the pixels'
    );
};

/** Elements of `over` in place of those of `dataset` with their tags; ascending. */
const overlaid = (dataset: Dataset, over: readonly DataElement[]): Dataset => {
  if (over.length === 0) return dataset;
  const byTag = new Map([...dataset, ...over].map(element => [element.tag, element]));
  return [...byTag.values()].sort((a, b) => a.tag - b.tag);
};

const deidentified = (bytes: Uint8Array, plan: DeidentificationPlan): Deidentified => {
  const { syntax, dataset } = readPart10(bytes);
  named(dataset, 0x00080018, 'SOPInstanceUID');
  const sopClassUid = named(dataset, 0x00080016, 'SOPClassUID');
  checkBurnedIn(dataset, plan);
  const report = new ReportOfFile(plan.options, plan.digest);
  const pixels = cleanPixels(dataset, syntax, plan.masks);
  for (const rule of pixels.rules) report.add(hexOf(pixelDataTag), 'cleaned', rule, null, null);
  const context = {
    options: chosenOptions(plan.options),
    words: wordSet(plan.words),
    shiftDays: plan.shiftDays,
    uid: plan.uid,
    isOurs: isOurs(dataset, plan),
    identity: identityOf(plan),
    report,
  };
  const cleaned = deidentifyDataset(dataset, wholeFileTags(plan), context);
  const sopInstanceUid = textOf(cleaned, 0x00080018);
  const whole = wholeFileElements(dataset, sopInstanceUid, plan, report);
  const result = overlaid(cleaned, [...whole, ...pixels.elements]);
  return {
    ok: true,
    bytes: writePart10(syntax, result, sopClassUid, sopInstanceUid),
    report: report.report(),
  };
};

/**
 * De-identifies one DICOM Part 10 file by PS3.15, annex E. The same bytes and plan give the same bytes; a file that came
 * out of it comes out of it again as it is.
 * @param bytes of the whole file; they are not changed
 * @returns the file in its transfer syntax and a report without values; or a refusal
 * @throws PlanError when the plan can't be carried out
 */
export const deidentify = (bytes: Uint8Array, plan: DeidentificationPlan): Deidentified => {
  checkPlan(plan);
  try {
    return deidentified(bytes, plan);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { ok: false, refusal: { code: error.code, message: error.message } };
  }
};
