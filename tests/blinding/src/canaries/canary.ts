/** Who looks at answers: the people of the trial under test, and a browser that is not logged in. */
export const viewers = [
  'R1',
  'R2',
  'ADJ',
  'sponsor',
  'siteCoordinator',
  'trainer',
  'nobody',
  'anonymous',
] as const;

/** `nobody` has an account and no role in the trial; `anonymous` has no session. */
export type Viewer = (typeof viewers)[number];

/** Blinded to identity, site, dates, arm and to each other. */
export const blindedViewers: readonly Viewer[] = ['R1', 'R2', 'ADJ'];

/** What a text is; a finding says this and never the text. */
export const canaryKinds = {
  identity: 'an identifying attribute of the images: patient, institution, persons, order, device',
  nested: 'the same inside sequences',
  private: 'a private block',
  fileMeta: 'file meta information and preamble',
  characterSet: 'an identifying attribute in another character set',
  overlay: 'an overlay',
  frameComment: 'a comment segment inside a compressed frame',
  element:
    'an element that is not shown: birth date, sex, age, weight, subject and timepoint of the trial',
  realUid: 'a real UID of a study, series, instance or frame of reference',
  realDate: 'a real date: birth, study',
  subject: "a subject's identifier in the trial",
  site: 'code and name of a site',
  trialText: 'sponsor, protocol and arm as the images carry them',
  fileName: 'the name of a delivered file',
  fileHash: 'the SHA-256 of a delivered file',
  person: 'account and name of a person',
  otherRead: 'a read of somebody else: its id, subject code, names of its images',
  comment: 'what a reader wrote',
  mark: 'where a reader marked',
  adjudication: 'that and under which id somebody decides between reads',
  laterTimepoint: 'a timepoint that is not yet to be seen',
  clinicalFact: 'a clinical fact of a subject: its value, its name, its real date',
  staffWork: 'exams, queries and other records of the staff',
} as const;

export type CanaryKind = keyof typeof canaryKinds;

/** A text that may reach only some. */
export interface Canary {
  readonly kind: CanaryKind;
  readonly text: string;
  /** Where it stands, for who looks into a finding: a tag, an attribute, a place. Never the text. */
  readonly at: string;
  /** Who may see it; everybody else must not. */
  readonly may: readonly Viewer[];
  /** The text's bytes in further character sets. */
  readonly encoded?: readonly Uint8Array[];
  /** The text is a date, ISO 8601: it is searched in all forms that dates are written in. */
  readonly date?: boolean;
  /**
   * An element of a data set that must not be there: eight hex digits. With it a text may be as short as a letter.
   */
  readonly tag?: string;
}

/** Canaries of which this viewer must not find a trace. */
export const forbiddenTo = (canaries: readonly Canary[], viewer: Viewer): Canary[] =>
  canaries.filter(({ may }) => !may.includes(viewer));
