/**
 * What an amendment reaches (trial model, section 4): subjects no read of which has begun; also timepoints no read of
 * which has begun; or all of them, and the reads that exist are listed to be read again.
 */
export const scopes = ['newSubjects', 'newTimepoints', 'allWithRereading'] as const;
export type Scope = (typeof scopes)[number];

/** A version that is or was in force. */
export interface VersionInForce {
  readonly id: string;
  readonly scope: Scope;
}

/** What of a subject in one track has begun: the version of a read, null where there is none. */
export interface Begun {
  /** The subject's latest begun read in this track, in this slot or else another. */
  readonly subject: string | null;
  /** A begun read of the same timepoint in another slot: both slots read a timepoint under one version. */
  readonly timepoint: string | null;
}

/**
 * The version that the next read follows. `versions` are those of the trial in the order in which they came into
 * force.
 * @throws Error when no version ever came into force, or a read is under one that never did.
 */
export const versionToFollow = (versions: readonly VersionInForce[], begun: Begun): string => {
  const current = versions.at(-1);
  if (current === undefined) throw new Error('no charter version of the trial is in force');
  const under = begun.timepoint ?? begun.subject;
  if (under === null) return current.id;
  const at = versions.findIndex(({ id }) => id === under);
  if (at < 0) throw new Error(`charter version ${under} has a read and was never in force`);
  const reaching = versions
    .slice(at + 1)
    .filter(
      ({ scope }) =>
        scope === 'allWithRereading' || (scope === 'newTimepoints' && begun.timepoint === null)
    );
  return reaching.at(-1)?.id ?? under;
};
