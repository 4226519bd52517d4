import type { DeidentificationOptions } from './options.js';

/** Pixels from the upper left corner, counted from 0: columns `left` to `left + width - 1`. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Clinical trial subject module, PS3.3, C.7.1.3. Null: what the file has is treated as the table says. */
export interface ClinicalTrial {
  readonly sponsorName: string;
  readonly protocolId: string;
  readonly protocolName: string | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
}

/** How one exam's files are de-identified. Keys are inside the functions; nothing here is a clock or chance. */
export interface DeidentificationPlan {
  readonly options: DeidentificationOptions;
  /** What replaces PatientID, and PatientName: the subject's identifier in the trial. Not empty. */
  readonly subject: string;
  /** Written when it is given. */
  readonly trial: ClinicalTrial | null;
  /** Whole days added to every date where `options.dates` is `shifted`; not 0 then. */
  readonly shiftDays: number;
  /** Words that clean descriptions keep beside those of the list: those by which a charter recognises its series. */
  readonly words: readonly string[];
  /** Whether a file that says that identity is burned into its pixels (0028,0301) is refused, or a person cleared it. */
  readonly burnedInAnnotation: 'refused' | 'cleared';
  /** Blacked in every frame; a file with burned-in identity is accepted with them. */
  readonly masks: readonly Rectangle[];
  /** The UID in place of another, by `uidMapper`. */
  readonly uid: (uid: string) => string;
  /** Keyed digest in lower case hex, 32 digits at least, by `keyedDigest`: all that a report has of a value. */
  readonly digest: (bytes: Uint8Array) => string;
}

/** A plan that can't be carried out; `message` names the key. A file is never the reason. */
export class PlanError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlanError';
  }
}

/** What an attribute of VR LO may hold: 1 to 64 characters, no backslash, no control characters (PS3.5, 6.2). */
// oxlint-disable-next-line no-control-regex
export const longString = /^[^\\\u0000-\u001f\u007f]{1,64}$/;

/** @throws PlanError when a value can't be written or makes no sense */
export const checkPlan = (plan: DeidentificationPlan): void => {
  if (!longString.test(plan.subject))
    throw new PlanError('subject: 1 to 64 characters, no backslash');
  for (const [key, value] of Object.entries(plan.trial ?? {}))
    if (value !== null && !longString.test(value))
      throw new PlanError(`trial.${key}: 1 to 64 characters, no backslash`);
  if (
    plan.options.dates === 'shifted' &&
    (!Number.isInteger(plan.shiftDays) || plan.shiftDays === 0)
  )
    throw new PlanError('shiftDays: a whole number of days, not 0');
  for (const mask of plan.masks)
    for (const [key, value] of Object.entries(mask))
      if (!Number.isInteger(value) || value < 0)
        throw new PlanError(`masks: ${key} is ${value}, not a whole number of pixels`);
};
