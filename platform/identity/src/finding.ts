/** Kinds that a text has by its form: a person can say that it is something else. */
export const patternKinds = [
  'date',
  'birth',
  'person',
  'place',
  'phone',
  'email',
  'webAddress',
  'uid',
  'number',
] as const;
export type PatternKind = (typeof patternKinds)[number];

/**
 * Kinds that a text has by what the trial knows: its subjects, sites and people. `name` is a word of the name of a site or
 * a person; it may be an ordinary word as well.
 */
export const trialKinds = ['subject', 'site', 'account', 'name'] as const;
export type TrialKind = (typeof trialKinds)[number];

export type IdentityKind = PatternKind | TrialKind;

/** Kinds of which a person can say that this is none; of the others the trial itself says that it is. */
export const insistableKinds = [...patternKinds, 'name'] as const;
export type InsistableKind = (typeof insistableKinds)[number];

/** A stretch of a text that looks like identity; `from` and `to` count UTF-16 units, `to` is behind its last one. */
export interface Finding {
  readonly kind: IdentityKind;
  readonly from: number;
  readonly to: number;
}

/**
 * A finding as its writer is told of it: which of its names the trial knows, and as what, is not said. A blinded reader's
 * guesses would otherwise be answered.
 */
export type ToldKind = InsistableKind | 'known';

export interface ToldFinding {
  readonly kind: ToldKind;
  readonly from: number;
  readonly to: number;
}

export const isInsistable = (finding: {
  readonly kind: IdentityKind | ToldKind;
}): finding is { readonly kind: InsistableKind } =>
  (insistableKinds as readonly string[]).includes(finding.kind);

export const asTold = ({ kind, from, to }: Finding): ToldFinding => {
  const finding = { kind };
  return { kind: isInsistable(finding) ? finding.kind : 'known', from, to };
};

/** What a trial knows by name. Empty where only the form of a text is asked, as in a browser. */
export interface KnownIdentifiers {
  /** Subjects: identifiers, screening and randomisation numbers. */
  readonly subject: readonly string[];
  /** Sites: codes and names. */
  readonly site: readonly string[];
  /** People: user names and names. */
  readonly account: readonly string[];
}

export const nothingKnown: KnownIdentifiers = { subject: [], site: [], account: [] };
