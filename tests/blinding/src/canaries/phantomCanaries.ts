import { characterSetNames, hiddenTags, type SubjectTruth, type Truth } from '@corelab/phantoms';
import type { Canary, CanaryKind } from './canary.js';

const hidden: Readonly<Record<string, CanaryKind>> = {
  [hiddenTags.nested]: 'nested',
  [hiddenTags.sourceAe]: 'fileMeta',
  [hiddenTags.metaPrivate]: 'fileMeta',
  [hiddenTags.preamble]: 'fileMeta',
  [hiddenTags.overlayDescription]: 'overlay',
  [hiddenTags.overlayLabel]: 'overlay',
  [hiddenTags.overlayData]: 'overlay',
  [hiddenTags.frameComment]: 'frameComment',
};

/** Numbers from here on are of items of sequences. */
const nestedFrom = 50;

const kindOf = (tag: string, number: number): CanaryKind => {
  const known = hidden[tag];
  if (known !== undefined) return known;
  if (tag.startsWith('0009')) return 'private';
  return number > nestedFrom ? 'nested' : 'identity';
};

const isoOf = (da: string): string => `${da.slice(0, 4)}-${da.slice(4, 6)}-${da.slice(6)}`;

/** Dates nearer than this to each other, in days, could be taken for one another after the shift of a course. */
const leastShiftDays = 365;

/**
 * @throws Error when two study dates lie so far apart that a date moved by a course's days could be a real one of another
 *   study: a find would prove nothing
 */
const requireTellableDates = (truth: Truth): void => {
  const days = truth.subjects
    .flatMap(({ timepoints }) => timepoints.flatMap(({ studies }) => studies))
    .map(({ date }) => Date.parse(date) / 86_400_000);
  const span = Math.max(...days) - Math.min(...days);
  if (span >= leastShiftDays) throw new Error(`study dates span ${span} days`);
};

const uidsOf = ({ subjectId, timepoints }: SubjectTruth): Canary[] => {
  const uid = (text: string, at: string): Canary => ({
    ...{ kind: 'realUid', text, may: [] },
    at: `${at} of ${subjectId}`,
  });
  return timepoints
    .flatMap(({ studies }) => studies)
    .flatMap(({ studyInstanceUid, series }) => [
      uid(studyInstanceUid, 'StudyInstanceUID'),
      ...series.flatMap(({ seriesInstanceUid, frameOfReferenceUid, sops }) => [
        uid(seriesInstanceUid, 'SeriesInstanceUID'),
        uid(frameOfReferenceUid, 'FrameOfReferenceUID'),
        ...sops.map(sop => uid(sop, 'SOPInstanceUID')),
      ]),
    ]);
};

/** What every image says alike; of the device, which these trials do not show either. */
const everywhere: readonly (readonly [tag: string, text: string, kind: CanaryKind])[] = [
  ['0008,0070', 'Phantom Works', 'identity'],
  ['0008,1090', 'Analytic CT', 'identity'],
  ['0012,0010', 'DEMO-ONC Sponsor', 'trialText'],
  ['0012,0021', 'Demonstration trial in oncology', 'trialText'],
];

/** Elements that have no place in what is shown of a CT, whatever stands in them. */
const elements: readonly (readonly [tag: string, keyword: string])[] = [
  ['00100030', 'PatientBirthDate'],
  ['00100040', 'PatientSex'],
  ['00101010', 'PatientAge'],
  ['00101030', 'PatientWeight'],
  ['00120040', 'ClinicalTrialSubjectID'],
  ['00120050', 'ClinicalTrialTimePointID'],
];

/** Everything in the phantoms that tells whose images they are, where and when they were made. */
export function phantomCanaries(truth: Truth): Canary[] {
  requireTellableDates(truth);
  const attributes = truth.canaries.map((text): Canary => {
    const [, tag = '', number = ''] = /^CANARY([0-9A-F]{8})(\d\d)$/.exec(text) ?? [];
    const at = `(${tag.slice(0, 4)},${tag.slice(4)}) no. ${Number(number)}`;
    return { kind: kindOf(tag, Number(number)), text, at, may: [] };
  });
  const names = characterSetNames.map(({ set, text, bytes }): Canary => ({
    ...{ kind: 'characterSet', text, may: [], encoded: [bytes] },
    at: `(0008,009C) in ${set}`,
  }));
  const dates = [...new Set(truth.canaryDates)].map((date, index): Canary => ({
    ...{ kind: 'realDate', text: isoOf(date), may: [], date: true },
    at: `date no. ${index + 1}`,
  }));
  const subjects = truth.subjects.map(({ subjectId }, index): Canary => ({
    ...{ kind: 'subject', text: subjectId, may: [] },
    at: `subject no. ${index + 1}`,
  }));
  return [
    ...attributes,
    ...names,
    ...dates,
    ...subjects,
    ...everywhere.map(([at, text, kind]): Canary => ({ kind, text, at, may: [] })),
    ...elements.map(([tag, keyword]): Canary => ({
      kind: 'element',
      text: keyword,
      at: keyword,
      tag,
      may: [],
    })),
    ...truth.subjects.flatMap(uidsOf),
  ];
}
