/** A test by its file, from the root of the repository, and its title as the file has it. */
export type TestOfThreat = readonly [file: string, title: string];

export interface Threat {
  /** Stable: `A1`. */
  readonly id: string;
  /** Who or what could do it, and what would be harmed. */
  readonly threat: string;
  readonly measures: readonly string[];
  /** Each fails when its part of the measures does not hold. */
  readonly tests: readonly TestOfThreat[];
  /** What is not countered; null where nothing is known. */
  readonly left: string | null;
}

export interface ThreatGroup {
  readonly title: string;
  readonly threats: readonly Threat[];
}
