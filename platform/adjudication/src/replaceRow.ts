import type { AssessmentInput, LesionInput, TimepointInput } from '@corelab/criteria';
import { identityFields } from './enteredState.js';
import type { MatchedLesion } from './matchLesions.js';

type Fields = Readonly<Record<string, unknown>>;

/** The entries of these names from `from` in the place of those of `to`; what `from` has not, `to` loses. */
export function withFields<T extends object>(to: T, from: object, fields: readonly string[]): T {
  const kept = Object.entries(to).filter(([key]) => !fields.includes(key));
  const taken = Object.entries(from as Fields).filter(([key]) => fields.includes(key));
  return Object.fromEntries([...kept, ...taken]) as T;
}

/** Everything but what the lesion is, from the other read's entry. */
export function withEntries(to: LesionInput, from: LesionInput): LesionInput {
  const names = [...Object.keys(to), ...Object.keys(from)];
  const identity: readonly string[] = identityFields;
  return withFields(
    to,
    from,
    names.filter(name => !identity.includes(name))
  );
}

/** A read's input with some of its timepoints changed. */
export function withTimepoints(
  input: AssessmentInput,
  change: (timepoint: TimepointInput) => TimepointInput
): AssessmentInput {
  return { ...input, timepoints: input.timepoints.map(change) };
}

/** A timepoint with one lesion's entry put in the place of the old one, at the end where there is none, or taken out. */
export function withRow(
  timepoint: TimepointInput,
  id: string,
  row: LesionInput | null
): TimepointInput {
  const { lesions } = timepoint;
  const at = lesions.findIndex(lesion => lesion.id === id);
  if (row === null) return { ...timepoint, lesions: lesions.filter(lesion => lesion.id !== id) };
  return {
    ...timepoint,
    lesions:
      at < 0 ? [...lesions, row] : lesions.map((lesion, index) => (index === at ? row : lesion)),
  };
}

export const rowOf = (
  { timepoints }: AssessmentInput,
  timepoint: string,
  lesion: string | null
): LesionInput | undefined =>
  timepoints.find(({ id }) => id === timepoint)?.lesions.find(({ id }) => id === lesion);

/** The label in A of B's lesion; null where A has none. */
export const labelInA = (lesions: readonly MatchedLesion[], labelInB: string): string | null =>
  lesions.find(({ b }) => b?.id === labelInB)?.a?.id ?? null;

/** A label that the read does not use yet. */
export function freeLabel({ timepoints }: AssessmentInput, wanted: string): string {
  const used = new Set(timepoints.flatMap(({ lesions }) => lesions.map(({ id }) => id)));
  if (!used.has(wanted)) return wanted;
  let count = 2;
  while (used.has(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}
