import { inReportOrder, mergeEntries } from './mergeReports.js';
import { chosenOptions, type DeidentificationOptions } from './options.js';
import type { Action, DeidentificationReport, Digests, ReportEntry, Rule } from './report.js';
import { edition } from './table/table.js';

/** Of 64 hex digits, what a report has: 128 bits. */
const digestLength = 32;

/** Gathers what becomes of one file's elements. */
export class ReportOfFile {
  private readonly entries = new Map<string, ReportEntry>();

  private readonly options: DeidentificationOptions;
  private readonly digest: (bytes: Uint8Array) => string;

  constructor(options: DeidentificationOptions, digest: (bytes: Uint8Array) => string) {
    this.options = options;
    this.digest = digest;
  }

  private digests(value: Uint8Array | null): Digests {
    return {
      least: value === null ? [] : [this.digest(value).slice(0, digestLength)],
      more: false,
    };
  }

  /** @param before and after: bytes of values; null where there is none, or it is pixels */
  add(
    path: string,
    action: Action,
    rule: Rule,
    before: Uint8Array | null,
    after: Uint8Array | null
  ): void {
    const entry: ReportEntry = {
      ...{ path, action, rule, instances: 1, elements: 1 },
      before: this.digests(before),
      // What is kept is afterwards what it was.
      after: action === 'kept' ? { least: [], more: false } : this.digests(after),
    };
    const key = `${path} ${action} ${rule}`;
    const known = this.entries.get(key);
    this.entries.set(key, known === undefined ? entry : mergeEntries(known, entry, 1));
  }

  report(): DeidentificationReport {
    return {
      edition,
      options: chosenOptions(this.options).map(({ name }) => name),
      instances: 1,
      entries: inReportOrder(this.entries.values()),
    };
  }
}
