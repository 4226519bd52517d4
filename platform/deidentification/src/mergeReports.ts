import {
  type DeidentificationReport,
  type Digests,
  mostDigests,
  type ReportEntry,
} from './report.js';

/** The least digests of both: whatever the order, merging many files gives the same. */
const mergeDigests = (one: Digests, other: Digests): Digests => {
  const all = [...new Set([...one.least, ...other.least])].sort();
  return {
    least: all.slice(0, mostDigests),
    more: one.more || other.more || all.length > mostDigests,
  };
};

const keyOf = ({ path, action, rule }: ReportEntry): string => `${path} ${action} ${rule}`;

/** Two entries of one path, action and rule. */
export const mergeEntries = (
  one: ReportEntry,
  other: ReportEntry,
  instances: number
): ReportEntry => ({
  ...one,
  instances,
  elements: one.elements + other.elements,
  before: mergeDigests(one.before, other.before),
  after: mergeDigests(one.after, other.after),
});

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Entries in the order of a report. */
export const inReportOrder = (entries: Iterable<ReportEntry>): ReportEntry[] =>
  [...entries].sort((a, b) => order(keyOf(a), keyOf(b)));

/**
 * One report of several, an exam's of its files'. The order does not matter.
 * @throws TypeError when there is none, or they were made under other options or editions
 */
export const mergeReports = (
  reports: readonly DeidentificationReport[]
): DeidentificationReport => {
  const [first] = reports;
  if (first === undefined) throw new TypeError('mergeReports: no report');
  const how = (report: DeidentificationReport) => JSON.stringify([report.edition, report.options]);
  const entries = new Map<string, ReportEntry>();
  for (const report of reports) {
    if (how(report) !== how(first))
      throw new TypeError('mergeReports: reports under other options or editions');
    for (const entry of report.entries) {
      const key = keyOf(entry);
      const known = entries.get(key);
      entries.set(
        key,
        known === undefined ? entry : mergeEntries(known, entry, known.instances + entry.instances)
      );
    }
  }
  return {
    ...first,
    instances: reports.reduce((sum, { instances }) => sum + instances, 0),
    entries: inReportOrder(entries.values()),
  };
};
