/**
 * Processor time of ICC(2,1) and of Fleiss' kappa for three sizes of table with ten raters, on the build, as one JSON
 * document. The sizes double twice: `perSubject`, microseconds, stays level when the work is linear. A table is done in
 * milliseconds: each time is the mean of `repeats` in a row.
 *
 *     node --expose-gc tests/bench/agreement.mjs [LARGEST]
 */
import { agree } from '../../platform/agreement/dist/index.js';
import { growth, leastTimes, peakMb } from './growth.mjs';

const largest = Number(process.argv[2] ?? 10_000);
const raters = 10;
const repeats = 5;

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

const sizes = [largest / 4, largest / 2, largest];

function measured(statistic) {
  const tables = sizes.map(inputs[statistic]);
  const works = tables.map(table => () => {
    for (let repeat = 0; repeat < repeats; repeat += 1) agree(table);
  });
  const times = leastTimes(works, 5).map(time => time / repeats);
  return sizes.map((subjects, index) => ({
    statistic,
    subjects,
    raters,
    cpuMs: Math.round(times[index] / 100) / 10,
    perSubject: Math.round((100 * times[index]) / subjects) / 100,
  }));
}

const statistics = Object.keys(inputs);
const runs = statistics.flatMap(measured);
const exponents = Object.fromEntries(
  statistics.map(statistic => {
    const own = runs.filter(run => run.statistic === statistic);
    const exponent = growth(
      own,
      run => run.subjects,
      run => run.cpuMs
    );
    return [statistic, exponent];
  })
);
const result = { measured: 'agreement', runs, exponents, peakMb: peakMb() };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
