// What survived, in words that a moved line does not change, and the reasons that people gave for it.

const joined = text => text.trim().replace(/\s+/g, ' ');

/** The text of a place (lines and columns from 1, the end is the first column after it). */
function textAt(lines, { start, end }) {
  const chosen = lines.slice(start.line - 1, end.line);
  chosen[chosen.length - 1] = chosen[chosen.length - 1].slice(0, end.column - 1);
  chosen[0] = chosen[0].slice(start.column - 1);
  return joined(chosen.join('\n'));
}

/**
 * The mutants that no test noticed, in order of their place: `file`, `mutator`, `original` and `replacement` text, `within`
 * (the line it begins in); `line` is its number, `covered` whether a test reached it, `loading` whether it also runs while
 * modules and tests load.
 */
export function survivorsOf({ files }) {
  return Object.keys(files)
    .sort()
    .flatMap(file => {
      const lines = files[file].source.split('\n');
      return files[file].mutants
        .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
        .sort(
          ({ location: { start: a } }, { location: { start: b } }) =>
            a.line - b.line || a.column - b.column
        )
        .map(({ mutatorName, replacement, location, status, static: loading = false }) => ({
          file,
          mutator: mutatorName,
          within: joined(lines[location.start.line - 1]),
          original: textAt(lines, location),
          replacement: joined(replacement ?? ''),
          line: location.start.line,
          covered: status === 'Survived',
          loading,
        }));
    });
}

const identity = ({ file, mutator, within, original, replacement }) =>
  JSON.stringify([file, mutator, within, original, replacement]);

/** What a reason for this survivor starts from. */
export const reasonFor = ({ file, mutator, within, original, replacement }) => ({
  file,
  mutator,
  within,
  original,
  replacement,
  why: '',
});

/**
 * Gives each survivor its `why`, null without a reason. One reason explains one survivor: where a line is there twice, so
 * is its reason. `stale` are the reasons left over; those of files that did not run are not judged.
 * @param {{ has(file: string): boolean }} unknown the files that did not run
 */
export function explained(survivors, reasons, unknown = new Set()) {
  const open = new Map();
  for (const reason of reasons) {
    const key = identity(reason);
    open.set(key, [...(open.get(key) ?? []), reason]);
  }
  const withReasons = survivors.map(survivor => {
    const why = open.get(identity(survivor))?.shift()?.why ?? '';
    return { ...survivor, why: why === '' ? null : why };
  });
  const stale = [...open.values()].flat().filter(({ file }) => !unknown.has(file));
  return { survivors: withReasons, stale };
}
