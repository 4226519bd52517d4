/**
 * Studies in the order in which panes take them: the timepoint of a difference first, the last one where it has no
 * images; then the one before it, or the next where it is the first; then the others as they were.
 */
export const inOrderOfPanes = <T extends { readonly timepoint: string }>(
  studies: readonly T[],
  timepoint: string | null
): T[] => {
  const known = studies.findIndex(study => study.timepoint === timepoint);
  const at = known < 0 ? studies.length - 1 : known;
  const beside = at === 0 ? 1 : at - 1;
  const first = [at, beside].flatMap(index => studies[index] ?? []);
  return [...first, ...studies.filter(study => !first.includes(study))];
};
