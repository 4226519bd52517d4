/**
 * Milliseconds of ICC(2,1) and of Fleiss' kappa for three sizes of table with ten raters, on the build, as one JSON document.
 * The sizes double twice: `perSubject`, microseconds of processor time, stays level when the work is linear.
 *
 *     node tests/bench/agreement.mjs [LARGEST]
 */
import { agree } from '../../platform/agreement/dist/index.js';

const largest = Number(process.argv[2] ?? 10_000);
const raters = 10;

function table(size, cell) {
  return Array.from({ length: size }, (_, subject) =>
    Array.from({ length: raters }, (_, rater) => cell(subject, rater))
  );
}

const reading = (subject, rater) => 5 * Math.sin(subject) + Math.sin(10 * subject + rater);
const inputs = {
  icc: size => ({ statistic: 'icc', model: '2,1', ratings: table(size, reading) }),
  fleiss: size => ({
    statistic: 'fleiss',
    categories: [0, 1, 2, 3, 4],
    ratings: table(size, (subject, rater) => Math.round(2 + reading(subject, rater) / 3)),
  }),
};

function measured(statistic, size) {
  const input = inputs[statistic](size);
  const from = performance.now();
  const before = process.cpuUsage();
  agree(input);
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return {
    statistic,
    subjects: size,
    raters,
    ms: Math.round(10 * ms) / 10,
    cpuMs: Math.round((user + system) / 1000),
    perSubject: Math.round((10 * (user + system)) / size) / 10,
  };
}

const statistics = Object.keys(inputs);
for (const statistic of statistics) measured(statistic, 1000);
const runs = statistics.flatMap(statistic =>
  [largest / 4, largest / 2, largest].map(size => measured(statistic, size))
);
process.stdout.write(`${JSON.stringify({ measured: 'agreement', runs }, null, 2)}\n`);
