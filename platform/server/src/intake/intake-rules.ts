import type { AttributeRule, Charter, SeriesRule } from '@corelab/charter';
import dcmjs from 'dcmjs';
import type { DicomDataset } from '../archive/dicom-json.js';
import { CodedError } from '../http/coded-error.js';

/** What intake takes from a charter, attribute names resolved to tags. */
export interface IntakeRules {
  /** ClinicalTrialProtocolID (0012,0020) of this trial's images. */
  readonly protocolId: string;
  readonly sites: ReadonlySet<string>;
  readonly subject: ValueRule;
  readonly site: ValueRule;
  readonly timepoint: ValueRule;
  readonly schedule: readonly {
    readonly code: string;
    readonly label: string;
    readonly kind: string;
  }[];
  /** The first whose every test holds gives a series its role. */
  readonly roles: readonly {
    readonly role: string;
    readonly modality: string;
    readonly tests: readonly ((image: DicomDataset) => boolean)[];
  }[];
  /** Who lets an exam pass. */
  readonly qc: 'person' | 'automatic';
  /** Infinity: no limit. */
  readonly maxSliceThicknessMm: number;
}
export type ValueRule = (image: DicomDataset) => string | undefined;

const tagOf = (keyword: string): string => {
  const tag = dcmjs.data.DicomMetaDictionary.nameMap[keyword]?.tag
    .replaceAll(/[(),]/g, '')
    .toUpperCase();
  if (tag === undefined || !/^[0-9A-F]{8}$/.test(tag)) {
    throw new CodedError(
      422,
      'CL_CHARTER_ATTRIBUTE',
      `The charter names ${keyword}, which is no attribute of DICOM.`
    );
  }
  return tag;
};

const patternOf = (pattern: string, flags: string): RegExp => {
  try {
    return new RegExp(pattern, flags);
  } catch (cause) {
    throw Object.assign(
      new CodedError(
        422,
        'CL_CHARTER_PATTERN',
        `The charter's pattern ${pattern} is no regular expression.`
      ),
      { cause }
    );
  }
};

/** Every value of an attribute as one text, backslashes between. */
const wholeText = (image: DicomDataset, tag: string): string =>
  (image[tag]?.Value ?? [])
    .map(value => {
      if (typeof value === 'object' && value !== null && 'Alphabetic' in value)
        return String(value.Alphabetic);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    })
    .join('\\')
    .trim();

const valueRule = (rule: AttributeRule): ValueRule => {
  const tag = tagOf(rule.attribute);
  const pattern = rule.pattern === undefined ? undefined : patternOf(rule.pattern, 'u');
  return image => {
    const text = wholeText(image, tag);
    if (pattern === undefined) return text === '' ? undefined : text;
    const found = pattern.exec(text);
    return found?.[1] ?? found?.[0];
  };
};

const seriesTest = (rule: SeriesRule): ((image: DicomDataset) => boolean) => {
  const tag = tagOf(rule.attribute);
  const value = rule.value.toLowerCase();
  if (rule.operator === 'equals') return image => wholeText(image, tag).toLowerCase() === value;
  if (rule.operator === 'contains')
    return image => wholeText(image, tag).toLowerCase().includes(value);
  const pattern = patternOf(rule.value, 'iu');
  return image => pattern.test(wholeText(image, tag));
};

/** @throws CodedError CL_CHARTER_ATTRIBUTE, CL_CHARTER_PATTERN */
export const intakeRules = (charter: Charter): IntakeRules => ({
  protocolId: charter.trial.id,
  sites: new Set(charter.sites.map(site => site.code)),
  subject: valueRule(charter.matching.subject),
  site: valueRule(charter.matching.site),
  timepoint: valueRule(charter.matching.timepoint),
  schedule: charter.timepoints.map(({ id, label, kind }) => ({ code: id, label, kind })),
  roles: charter.series.map(({ role, modality, rules }) => ({
    role,
    modality,
    tests: rules.map(seriesTest),
  })),
  qc: charter.imagingProtocol.qc,
  maxSliceThicknessMm: charter.imagingProtocol.maxSliceThicknessMm ?? Number.POSITIVE_INFINITY,
});
