/**
 * The results that hold for the sources as they are, from the reports of one run or several. A run of some files keeps
 * what earlier runs found in the others, deleted ones included; runs may also have been made apart.
 * @param reports in the mutation-testing-report-schema; the first that has a file as it is now answers for it, otherwise
 * the first that has it at all
 * @param {Map<string, string>} sources text by path
 * @returns `files` for a report; `missing` have no result (no mutants, or not run yet), `changed` have one of another text
 */
export function currentResults(reports, sources) {
  const files = {};
  const missing = [];
  const changed = [];
  for (const [file, source] of sources) {
    const found = reports.map(report => report.files[file]).filter(result => result !== undefined);
    const result = found.find(one => one.source === source) ?? found[0];
    if (result === undefined) {
      missing.push(file);
      continue;
    }
    files[file] = result;
    if (result.source !== source) changed.push(file);
  }
  return { files, missing, changed };
}
