import type { Role } from './roles.js';

export const qualificationKinds = [
  'cv',
  'licence',
  'gcp',
  'system',
  'charterTraining',
  'readerTest',
  'conflictStatement',
] as const;
export type QualificationKind = (typeof qualificationKinds)[number];

/** One that is on record and was not withdrawn. Days are full calendar dates. */
export interface HeldQualification {
  readonly kind: QualificationKind;
  /** Of training in the charter; null for every other kind. */
  readonly charterVersion: number | null;
  readonly date: string;
  /** The last day on which it holds; null where it holds on. */
  readonly expiry: string | null;
}

/** What a charter asks of whoever acts in a role; roles that are left out ask for nothing. */
export type RequiredQualifications = Readonly<Partial<Record<Role, readonly QualificationKind[]>>>;

export interface MissingQualification {
  readonly kind: QualificationKind;
  /** The last day of the one that was on record; null where there never was one. */
  readonly expired: string | null;
}

/**
 * What a person lacks to act in a role under a version of the charter on a day, in the charter's order. A qualification
 * holds from its date to its expiry, both days included; training in another version of the charter is none in this one.
 */
export const missingQualifications = (
  required: RequiredQualifications,
  held: readonly HeldQualification[],
  asked: { readonly role: Role; readonly charterVersion: number; readonly day: string }
): MissingQualification[] =>
  (required[asked.role] ?? []).flatMap(kind => {
    const begun = held.filter(
      one =>
        one.kind === kind &&
        (kind !== 'charterTraining' || one.charterVersion === asked.charterVersion) &&
        one.date <= asked.day
    );
    if (begun.some(({ expiry }) => expiry === null || asked.day <= expiry)) return [];
    const ends = begun.flatMap(({ expiry }) => (expiry === null ? [] : [expiry])).sort();
    return [{ kind, expired: ends.at(-1) ?? null }];
  });

const kindWords: Readonly<Record<QualificationKind, string>> = {
  cv: 'your curriculum vitae',
  licence: 'your licence to practise',
  gcp: 'your Good Clinical Practice training',
  system: 'your training in this system',
  charterTraining: 'charter training',
  readerTest: 'your reader test',
  conflictStatement: 'your statement on conflicts of interest',
};

/** The sentence for the person who lacks them, and what to do; `missing` is not empty. */
export const missingSentence = (
  missing: readonly MissingQualification[],
  charterVersion: number
): string => {
  const said = missing.map(({ kind, expired }) => {
    const what =
      kind === 'charterTraining'
        ? `${kindWords[kind]} for version ${charterVersion}`
        : kindWords[kind];
    return expired === null ? `${what} is not recorded` : `${what} expired on ${expired}`;
  });
  return `You can't open this read: ${said.join('; ')}. Ask your trainer.`;
};
