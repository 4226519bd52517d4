import { posix } from 'node:path';

// Counts the mutants of a report in the mutation-testing-report-schema (`files[path].mutants[].status`).

/** A mutant that ran out of time was noticed, as one that a test failed on. */
const columns = new Map([
  ['Killed', 'killed'],
  ['Timeout', 'killed'],
  ['Survived', 'survived'],
  ['NoCoverage', 'noCoverage'],
]);

/**
 * `static`: left to the table tests; `otherwise`: ignored for another reason, or could not run at all. Neither counts in
 * `percent`, which is null where nothing counts.
 */
export function scoreOf(mutants) {
  const score = { killed: 0, survived: 0, noCoverage: 0, static: 0, otherwise: 0 };
  for (const { status, statusReason } of mutants) {
    const ignored = status === 'Ignored' && statusReason?.startsWith('Static mutant');
    score[columns.get(status) ?? (ignored ? 'static' : 'otherwise')] += 1;
  }
  const counted = score.killed + score.survived + score.noCoverage;
  return { ...score, percent: counted === 0 ? null : (100 * score.killed) / counted };
}

/** To one decimal, downwards: 100 % is said only of what has no survivor. */
export function percentText({ percent }) {
  return percent === null ? 'none counted' : `${(Math.floor(percent * 10) / 10).toFixed(1)} %`;
}

const sorted = names => [...names].sort((a, b) => (a < b ? -1 : 1));

/** The score of all, of each folder and of each file, in order of their names. */
export function scores({ files }) {
  const names = sorted(Object.keys(files));
  const of = chosen => scoreOf(chosen.flatMap(name => files[name].mutants));
  const folders = sorted(new Set(names.map(name => posix.dirname(name))));
  return {
    total: of(names),
    folders: folders.map(name => ({
      name,
      ...of(names.filter(file => posix.dirname(file) === name)),
    })),
    files: names.map(name => ({ name, ...of([name]) })),
  };
}
