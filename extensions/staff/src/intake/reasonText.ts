import { text, type TextKey, type TextValues } from '@corelab/ui';

interface Wording {
  /** As the server writes it; the groups are the text's values. */
  readonly said: RegExp;
  readonly key: TextKey;
}

/** Why a study waits: the server's sentences, in its order. */
const reasons: readonly Wording[] = [
  { said: /^subject: absent$/, key: 'intake.reason.subject.absent' },
  { said: /^site: absent$/, key: 'intake.reason.site.absent' },
  { said: /^timepoint: absent$/, key: 'intake.reason.timepoint.absent' },
  { said: /^subject: the instances disagree$/, key: 'intake.reason.subject.disagree' },
  { said: /^site: the instances disagree$/, key: 'intake.reason.site.disagree' },
  { said: /^timepoint: the instances disagree$/, key: 'intake.reason.timepoint.disagree' },
  {
    said: /^subject: (?<value>.+) is not written as the charter writes subjects$/,
    key: 'intake.reason.subject.pattern',
  },
  {
    said: /^subject: (?<value>.+) is unknown and spelt like (?<other>.+)$/,
    key: 'intake.reason.subject.alike',
  },
  { said: /^site: (?<value>.+) is not in the charter$/, key: 'intake.reason.site.unknown' },
  {
    said: /^timepoint: the study has no acquisition date$/,
    key: 'intake.reason.timepoint.noDate',
  },
  {
    said: /^timepoint: the subject's baseline has no date yet$/,
    key: 'intake.reason.timepoint.noBaseline',
  },
  { said: /^timepoint: a date is not a whole date$/, key: 'intake.reason.timepoint.partDate' },
  {
    said: /^timepoint: (?<value>.+) is not in the schedule$/,
    key: 'intake.reason.timepoint.unknown',
  },
  {
    said: /^timepoint: (?<value>.+) would be of (?<date>.+), before the baseline of (?<other>.+)$/,
    key: 'intake.reason.timepoint.beforeBaseline',
  },
  {
    said: /^timepoint: (?<value>.+) would be of (?<date>.+), after (?<other>.+) of (?<day>.+)$/,
    key: 'intake.reason.timepoint.afterFollowUp',
  },
  {
    said: /^timepoint: (?<value>.+) is unscheduled, so a person says which visit it is$/,
    key: 'intake.reason.timepoint.unscheduled',
  },
  {
    said: /^timepoint: day (?<value>-?\d+) is in no visit window$/,
    key: 'intake.reason.timepoint.noWindow',
  },
];

/** Why a file was not taken. */
const fileReasons: readonly Wording[] = [
  { said: /^it says that it is of another trial$/, key: 'intake.file.otherTrial' },
  { said: /^it does not say of which site it is$/, key: 'intake.file.noSite' },
  { said: /^it is of another site$/, key: 'intake.file.otherSite' },
  { said: /^it belongs to another trial$/, key: 'intake.file.belongsElsewhere' },
  {
    said: /^these bytes were refused from quarantine before$/,
    key: 'intake.file.refusedBefore',
  },
  { said: /^identityDestroyed$/, key: 'intake.file.identityDestroyed' },
  { said: /^the archive can not read it$/, key: 'intake.file.notReadable' },
  { said: /^the archive does not answer: send it again$/, key: 'intake.file.archiveAway' },
  {
    said: /^notDeidentified: (?<why>.+)$/,
    key: 'intake.cause.notDeidentifiedBy',
  },
  { said: /^in quarantine already$/, key: 'intake.file.heldAlready' },
  { said: /^not a DICOM Part 10 file/, key: 'intake.file.noPart10' },
  // Said by the upload itself.
  { said: /^the answer does not tell of it$/, key: 'intake.file.noAnswer' },
  { said: /^this computer can not read it$/, key: 'intake.file.unreadableHere' },
];

const causes: Readonly<Record<string, TextKey>> = {
  otherBytes: 'intake.cause.otherBytes',
  otherStudy: 'intake.cause.otherStudy',
  otherPatient: 'intake.cause.otherPatient',
  identity: 'intake.cause.identity',
  notDeidentified: 'intake.cause.notDeidentified',
};
const shortCauses: Readonly<Record<string, TextKey>> = {
  otherBytes: 'intake.cause.short.otherBytes',
  otherStudy: 'intake.cause.short.otherStudy',
  otherPatient: 'intake.cause.short.otherPatient',
  identity: 'intake.cause.short.identity',
  notDeidentified: 'intake.cause.short.notDeidentified',
};

const worded = (wordings: readonly Wording[], sentence: string): string | null => {
  for (const { said, key } of wordings) {
    const found = said.exec(sentence);
    if (found !== null) return text(key, { ...(found.groups as TextValues | undefined) });
  }
  return null;
};

/** Why a study waits, in the person's language; a sentence that this build does not know stands as it is. */
export const reasonText = (reason: string): string => worded(reasons, reason) ?? reason;

/** Why an image is in quarantine; by which attributes where it identifies a person. */
export const causeText = (cause: string, attributes: readonly string[]): string => {
  if (cause === 'identity' && attributes.length > 0) {
    return text('intake.cause.identityBy', { attributes: attributes.join(', ') });
  }
  const key = Object.hasOwn(causes, cause) ? causes[cause] : undefined;
  return key === undefined ? cause : text(key);
};

export const shortCauseText = (cause: string): string => {
  const key = Object.hasOwn(shortCauses, cause) ? shortCauses[cause] : undefined;
  return key === undefined ? cause : text(key);
};

/** Why a file was not taken, or is in quarantine, in the person's language. */
export const fileReasonText = (reason: string): string => {
  const known = worded(fileReasons, reason);
  if (known !== null) return known;
  const named = reason.split(', ');
  return named.every(cause => Object.hasOwn(causes, cause))
    ? named.map(cause => causeText(cause, [])).join(' ')
    : reason;
};
