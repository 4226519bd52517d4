import { CharterSchema, type Charter } from '@corelab/charter';
import type { Region } from '@corelab/criteria';
import { TypeCompiler } from '@sinclair/typebox/compiler';

/** What the workflow needs of a charter. */
export interface CharterTerms {
  readonly criterion: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly showDerived: string;
  /** All non-targets still to do may be set as they were, in one act. */
  readonly bulkUnchanged: boolean;
  /** Parts of the body that are imaged. */
  readonly regions: readonly Region[];
  /** By name. */
  readonly windowPresets: Readonly<Record<string, { center: number; width: number }>>;
  /** Route of the reading mode. */
  readonly route: string;
  readonly meanings: readonly string[];
  /** Slots of the efficacy track with the user names that may take them. */
  readonly slots: readonly { readonly slot: string; readonly readers: readonly string[] }[];
}

const checker = TypeCompiler.Compile(CharterSchema);

/**
 * A stored charter as its type.
 * @throws Error when what is stored is not a resolved charter of this schema version.
 */
export const storedCharter = (resolved: unknown): Charter => {
  if (!checker.Check(resolved)) {
    const first = checker.Errors(resolved).First();
    throw new Error(
      `the stored charter does not fit its schema at ${first?.path}: ${first?.message}`
    );
  }
  return resolved;
};

/** The terms of a stored charter; throws like `storedCharter`. */
export const charterTerms = (resolved: unknown): CharterTerms => {
  const charter = storedCharter(resolved);
  const track = charter.tracks[0];
  return {
    criterion: charter.criterion.id,
    parameters: charter.criterion.parameters,
    showDerived: track?.showDerived ?? 'afterLesions',
    bulkUnchanged: track?.bulkUnchanged ?? false,
    regions: charter.imagingProtocol.regions,
    windowPresets: Object.fromEntries(
      charter.windowPresets.map(({ name, center, width }) => [name, { center, width }])
    ),
    route: charter.mode,
    meanings: charter.signatureMeanings,
    slots: (track?.slots ?? []).map(slot => ({ slot, readers: track?.readers[slot] ?? [] })),
  };
};
