const megabytes = bytes => `${Math.round(bytes / 1e6)} MB`;
const kilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`;
const ratio = value => value.toFixed(2);
const thousands = value => value.toLocaleString('en');
const exponent = value => `n^${value.toFixed(2)}`;
const ms = value => `${Math.round(value)} ms`;

/** RECIST 1.1 over eight timepoints. */
const recist = ({ runs }, trace) =>
  runs.find(run => run.criterion === 'recist-1.1' && run.timepoints === 8 && run.trace === trace);
const lastOf = runs => runs[runs.length - 1];
const flat = (result, name) => {
  const largest = lastOf(result.runs).of[name];
  return { growth: result.growth[name], ...largest };
};
const ofDatabases = (r, name, show) =>
  [r.pglite, r.postgresql]
    .filter(one => one.notMeasured === undefined)
    .map(one => show(flat(one, name)));
const ratios = (r, of) =>
  [r.pglite, r.postgresql].filter(one => one.notMeasured === undefined).map(of);
const bothDatabases = (r, show) => ratios(r, show).join(' / ');
const progressRow = (name, title) => ({
  key: 'progress',
  title: `${title}, 100,000 reads, p95`,
  aim: 'under 50 ms',
  show: r => [
    ofDatabases(r, name, ({ p95 }) => ms(p95)).join(' / '),
    `PGlite / PostgreSQL; ${ofDatabases(r, name, ({ growth }) => ratio(growth)).join(' / ')} of 10,000 reads`,
  ],
  reached: r => ofDatabases(r, name, ({ p95 }) => p95).every(p95 => p95 < 50),
});
const largestIcc = ({ runs }) => lastOf(runs.filter(run => run.statistic === 'icc'));

/** What is measured, with its aim: `reached` compares, `show` prints. */
const largestRecord = r => lastOf(r.records);
const slowestPage = ({ pages }) =>
  pages.reduce((slowest, one) => (one.p95 > slowest.p95 ? one : slowest));
const pageGrowth = r => slowestPage(largestRecord(r)).p95 / slowestPage(r.records[0]).p95;

const rows = [
  {
    key: 'metadata',
    title: 'metadata of 600 slices, time against Orthanc',
    aim: 'at most 0.20',
    show: r => [ratio(r.timeRatio), `${ms(r.medianOursMs)} : ${ms(r.medianOrthancMs)}`],
    reached: r => r.timeRatio <= 0.2,
  },
  {
    key: 'frames',
    title: '600 frames, 16 parallel, throughput against Orthanc',
    aim: 'at least 2.00',
    show: r => [ratio(r.throughputRatio), `${ms(r.medianOursMs)} : ${ms(r.medianOrthancMs)}`],
    reached: r => r.throughputRatio >= 2,
  },
  {
    key: 'memory',
    title: "the server's memory after five rounds against one",
    aim: 'at most 1.10',
    show: r => [
      ratio(r.ratio),
      `${megabytes(r.after.residentBytes)} : ${megabytes(r.before.residentBytes)}; most ${megabytes(r.after.peakBytes)}`,
    ],
    reached: r => r.ratio <= 1.1,
  },
  {
    key: 'release',
    title: '600 slices in the archive taken in and released',
    aim: 'none',
    show: r => [
      `${r.slicesPerSecond} a second`,
      `store ${megabytes(r.storeBytes)} : archive ${megabytes(r.orthancBytes)}, ${ratio(r.sizeRatio)}`,
    ],
    reached: () => null,
  },
  {
    key: 'firstImage',
    title: 'first image, cold, time against the stock viewer',
    aim: 'at most 0.80',
    show: r => [ratio(r.timeRatio), `${ms(r.medianOursMs)} : ${ms(r.medianStockMs)}`],
    reached: r => r.timeRatio <= 0.8,
  },
  {
    key: 'nextCase',
    title: "next case after signing, against stock's cold start",
    aim: 'at most 0.10',
    show: r => [ratio(r.timeRatio), ''],
    reached: r => r.timeRatio <= 0.1,
  },
  {
    key: 'pluginWeight',
    title: 'our plugins on the first load, gzipped',
    aim: 'under 250 kB',
    show: r => [kilobytes(r.gzippedBytes), ''],
    reached: r => r.gzippedBytes < 250_000,
  },
  {
    key: 'assessments',
    title: 'RECIST 1.1 timepoints of 5 targets a second, no trace',
    aim: 'at least 1,000,000',
    show: r => [
      thousands(recist(r, false).timepointsPerSecond),
      `${exponent(r.exponents['recist-1.1'].withoutTrace)}; with trace ${thousands(recist(r, true).timepointsPerSecond)}, ${exponent(r.exponents['recist-1.1'].withTrace)}`,
    ],
    reached: r => recist(r, false).timepointsPerSecond >= 1_000_000,
  },
  {
    key: 'assessments',
    title: 'RECIST 1.1, growth of processor time with timepoints',
    aim: 'at most n^1.10',
    show: r => [
      exponent(r.exponents['recist-1.1'].withoutTrace),
      `${r.memory.of.map(({ trace, bytesPerSubject }) => `${kilobytes(bytesPerSubject)} held a subject ${trace ? 'with' : 'without'} trace`).join(', ')}`,
    ],
    reached: r => r.exponents['recist-1.1'].withoutTrace <= 1.1,
  },
  {
    key: 'endpoints',
    title: 'endpoints of 100,000 subjects, growth of processor time',
    aim: 'at most n^1.10',
    show: r => [
      exponent(r.exponent),
      `${lastOf(r.runs).perSubject} µs and ${kilobytes(lastOf(r.runs).heldBytesPerSubject)} a subject`,
    ],
    reached: r => r.exponent <= 1.1,
  },
  {
    key: 'agreement',
    title: 'ICC of 10,000 subjects by 10 raters, growth',
    aim: 'at most n^1.10',
    show: r => [exponent(r.exponents.icc), `${largestIcc(r).cpuMs} ms, ${r.peakMb} MB`],
    reached: r => r.exponents.icc <= 1.1,
  },
  progressRow('readingList', 'reading list'),
  progressRow('matrixFirst', 'progress matrix, first page'),
  progressRow('matrixMiddle', 'progress matrix, a page in the middle'),
  {
    key: 'deploy',
    title: 'amendment approved, 100,000 reads against 10,000',
    aim: 'at most 2.00',
    show: r => [
      bothDatabases(r, one => ratio(one.growth.approve)),
      `PGlite / PostgreSQL; ${bothDatabases(r, ({ runs }) => ms(lastOf(runs).ms.approve))}`,
    ],
    reached: r => ratios(r, one => one.growth.approve).every(growth => growth <= 2),
  },
  {
    key: 'intake',
    title: '600 slices sent, matched, blinded and released',
    aim: 'at least 0.33 of Orthanc alone',
    show: r => [
      ratio(r.ratio),
      `${r.slicesPerSecond.released} : ${r.slicesPerSecond.orthancAlone} slices a second; stored ${r.slicesPerSecond.stored}`,
    ],
    reached: r => r.ratio >= 0.33,
  },
  {
    key: 'recovery',
    title: 'killed server, until it answers: 100,000 entries against few',
    aim: 'at most 1.20',
    show: r => [
      bothDatabases(r, one => ratio(one.growth)),
      `PGlite / PostgreSQL; ${bothDatabases(r, ({ runs }) => ms(lastOf(runs).medianMs))}`,
    ],
    reached: r => ratios(r, one => one.growth).every(growth => growth <= 1.2),
  },
  {
    key: 'auditPages',
    title: 'entries of the record verified a second',
    aim: 'at least 500,000',
    show: r => [
      thousands(largestRecord(r).verification.perSecond),
      `of ${thousands(largestRecord(r).entries)}; written ${thousands(largestRecord(r).writtenPerSecond)} a second; ${largestRecord(r).verification.ok ? 'whole' : 'NOT WHOLE'}`,
    ],
    reached: r => largestRecord(r).verification.perSecond >= 500_000,
  },
  {
    key: 'auditPages',
    title: 'slowest page of the record, largest against smallest',
    aim: 'at most 2.00',
    show: r => [
      ratio(pageGrowth(r)),
      `p95 ${slowestPage(largestRecord(r)).name} ${ms(slowestPage(largestRecord(r)).p95)} : ${ms(slowestPage(r.records[0]).p95)}`,
    ],
    reached: r => pageGrowth(r) <= 2,
  },
  {
    key: 'readers',
    title: '100 readers at work: answers that were not as expected',
    aim: '0, nothing lost',
    show: r => [
      bothDatabases(r, one => thousands(one.errors)),
      `PGlite / PostgreSQL, ${bothDatabases(r, one => one.minutes)} min: p99 ${bothDatabases(r, one => ms(one.ms.p99))} of ${bothDatabases(r, one => thousands(one.requests))}`,
    ],
    reached: r =>
      ratios(r, one => one.errors === 0 && one.lost === null && one.defects.length === 0).every(
        Boolean
      ),
  },
];

/** Every row with its aim and whether it was reached; a part that was left out or failed says why. */
export function withAims(results) {
  return rows.map(({ key, title, aim, show, reached }) => {
    const result = results[key];
    if (result.notMeasured !== undefined)
      return { key, title, aim, reached: null, shown: ['not measured', result.notMeasured] };
    return { key, title, aim, reached: reached(result), shown: show(result) };
  });
}

const verdict = reached => (reached === null ? '-' : reached ? 'reached' : 'missed');

/** The table as lines. */
export function tableOf(judged) {
  const lines = [
    ['measured', 'result', 'aim', '', 'ours : other (medians)'],
    ...judged.map(row => [row.title, row.shown[0], row.aim, verdict(row.reached), row.shown[1]]),
  ];
  const widths = [0, 1, 2, 3].map(column => Math.max(...lines.map(line => line[column].length)));
  return lines.map(line =>
    line
      .map((cell, column) =>
        cell
          .split('\n')[0]
          .slice(0, 70)
          .padEnd(widths[column] ?? 0)
      )
      .join('  ')
      .trimEnd()
  );
}
