/**
 * Milliseconds of `endpoints` for three sizes of cohort, on the build, as one JSON document. The sizes double twice:
 * `perSubject`, microseconds of processor time, stays level when the work is linear, on a busy machine too.
 *
 *     node tests/bench/endpoints.mjs [LARGEST]
 */
import { endpoints } from '../../platform/endpoints/dist/index.js';

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
endpoints({ subjects: cohort(1000), options });
const runs = [largest / 4, largest / 2, largest].map(size => {
  const subjects = cohort(size);
  const from = performance.now();
  const before = process.cpuUsage();
  endpoints({ subjects, options });
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return {
    subjects: size,
    ms: Math.round(ms),
    cpuMs: Math.round((user + system) / 1000),
    perSubject: Math.round((10 * (user + system)) / size) / 10,
  };
});
process.stdout.write(`${JSON.stringify({ measured: 'endpoints', runs }, null, 2)}\n`);
