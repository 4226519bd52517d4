import type { AttributeRule, Charter, SeriesRule } from '@corelab/charter';
import dcmjs from 'dcmjs';
import type { DicomDataset } from '../archive/dicom-json.js';
import { hashJson } from '../audit/canonical-json.js';
import {
  deidentificationRules,
  type DeidentificationRules,
} from '../deidentification/deidentification-rules.js';
import { CodedError } from '../http/coded-error.js';
import { wholeText } from './whole-text.js';

/** A timepoint of the schedule. */
export interface PlannedTimepoint {
  readonly code: string;
  readonly label: string;
  readonly kind: string;
  /** Days from the baseline, both ends included; null where the charter plans no day. */
  readonly window: { readonly from: number; readonly to: number } | null;
  /** Roles that must be there for it to be complete. */
  readonly roles: readonly string[];
}

/** What intake takes from a charter, attribute names resolved to tags. */
export interface IntakeRules {
  /** ClinicalTrialProtocolID (0012,0020) of this trial's images. */
  readonly protocolId: string;
  readonly sites: ReadonlySet<string>;
  readonly subject: ValueRule;
  readonly site: ValueRule;
  readonly timepoint: ValueRule;
  readonly isSubject: (identifier: string) => boolean;
  readonly exam: Charter['matching']['exam'];
  readonly timepointBy: Charter['matching']['timepointBy'];
  readonly unmatched: Charter['matching']['unmatched'];
  readonly schedule: readonly PlannedTimepoint[];
  /** The first whose every test holds gives a series its role. */
  readonly roles: readonly {
    readonly role: string;
    readonly modality: string;
    readonly tests: readonly ((image: DicomDataset) => boolean)[];
  }[];
  /** SHA-256 of what decides about subject, site, timepoint and roles of an image. */
  readonly hash: string;
  readonly deidentification: DeidentificationRules;
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

const planned = ({
  id,
  label,
  kind,
  day,
  window,
  roles,
}: Charter['timepoints'][number]): PlannedTimepoint => ({
  ...{ code: id, label, kind, roles },
  window:
    day === undefined
      ? null
      : { from: day - (window?.before ?? 0), to: day + (window?.after ?? 0) },
});

/** Whether a text is an identifier of a subject as the charter writes them, as a whole. */
const subjectTest = (pattern: string): ((identifier: string) => boolean) => {
  const whole = patternOf(`^(?:${pattern})$`, 'u');
  return identifier => whole.test(identifier);
};

/** @throws CodedError CL_CHARTER_ATTRIBUTE, CL_CHARTER_PATTERN */
export const intakeRules = (charter: Charter): IntakeRules => ({
  protocolId: charter.trial.id,
  sites: new Set(charter.sites.map(site => site.code)),
  subject: valueRule(charter.matching.subject),
  site: valueRule(charter.matching.site),
  timepoint: valueRule(charter.matching.timepoint),
  isSubject: subjectTest(charter.subjects.identifierPattern),
  exam: charter.matching.exam,
  timepointBy: charter.matching.timepointBy,
  unmatched: charter.matching.unmatched,
  schedule: charter.timepoints.map(planned),
  roles: charter.series.map(({ role, modality, rules }) => ({
    role,
    modality,
    tests: rules.map(seriesTest),
  })),
  hash: hashJson([
    ...[charter.matching.subject, charter.matching.site, charter.matching.timepoint],
    charter.series,
  ]),
  deidentification: deidentificationRules(charter),
  qc: charter.imagingProtocol.qc,
  maxSliceThicknessMm: charter.imagingProtocol.maxSliceThicknessMm ?? Number.POSITIVE_INFINITY,
});
