/**
 * Processor time and memory of `endpoints` for three sizes of cohort, on the build, as one JSON document. The sizes double
 * twice: `perSubject`, microseconds, stays level when the work is linear.
 *
 *     node --expose-gc tests/bench/endpoints.mjs [LARGEST]
 */
import { endpoints } from '../../platform/endpoints/dist/index.js';
import { growth, heldBytes, leastTimes, peakMb } from './growth.mjs';

const largest = Number(process.argv[2] ?? 100_000);
const course = ['SD', 'PR', 'PR', 'CR', 'NE', 'SD', 'PD', 'PD'];

function dateOf(day) {
  return new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
}

function cohort(size) {
  return Array.from({ length: size }, (_, index) => {
    const visits = course.slice(0, 3 + (index % 6)).map((response, visit) => ({
      date: dateOf(56 * (visit + 1) + (index % 7)),
      response,
      burden: 20 + ((index * 7 + visit * 13) % 40),
    }));
    const end = 56 * (visits.length + 1) + (index % 400);
    return {
      id: `S${index}`,
      startDate: dateOf(0),
      baselineDate: dateOf(0),
      baselineBurden: 50,
      visits,
      deathDate: index % 3 === 0 ? dateOf(end) : null,
      newTherapyDate: index % 11 === 0 ? dateOf(end - 20) : null,
      lastContactDate: dateOf(end),
      cutoffDate: null,
    };
  });
}

const options = { intervalDays: 56, windowDays: 7, confirmation: 'responses' };
const sizes = [largest / 4, largest / 2, largest];
// The code is compiled before the first size counts: else the smallest pays for it.
for (let warming = 0; warming < 5; warming += 1)
  endpoints({ subjects: cohort(largest / 20), options });
const cohorts = sizes.map(cohort);
const times = leastTimes(
  cohorts.map(subjects => () => endpoints({ subjects, options })),
  2
);
const runs = sizes.map((subjects, index) => ({
  subjects,
  cpuMs: Math.round(times[index] / 1000),
  perSubject: Math.round((10 * times[index]) / subjects) / 10,
  heldBytesPerSubject: Math.round(
    heldBytes(() => endpoints({ subjects: cohorts[index], options })).bytes / subjects
  ),
}));
const exponent = growth(
  runs,
  run => run.subjects,
  run => run.cpuMs
);
const result = { measured: 'endpoints', runs, exponent, peakMb: peakMb() };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
