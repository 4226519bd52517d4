/**
 * Processor time of `assess` on the build, as one JSON document: one subject with five targets, for 4, 8 and 16 timepoints
 * and several criteria, and the memory that many results of 8 timepoints take. `perTimepoint`, microseconds, stays level
 * when the work is linear in the timepoints; `timepointsPerSecond` is that of one core.
 *
 *     node --expose-gc tests/bench/assessments.mjs [SUBJECTS]
 */
import { assess } from '../../platform/criteria/dist/index.js';

const subjects = Number(process.argv[2] ?? 1000);
const lengths = [4, 8, 16];
const organs = ['LIVER', 'LIVER', 'LUNG', 'LUNG', 'ADRENAL GLAND'];
const dateOf = day => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/** Shrinks to the sixth timepoint, then grows; no two subjects alike. */
function lesion(subject, visit, index) {
  const longest = 40 - 4 * Math.min(visit, 5) + 6 * Math.max(visit - 5, 0);
  const longestDiameterMm = longest + index + (subject % 40) / 10;
  return {
    id: `T0${index + 1}`,
    role: 'target',
    location: organs[index],
    longestDiameterMm,
    perpendicularDiameterMm: Math.round(longestDiameterMm * 6) / 10,
  };
}

const input = (criterion, subject, visits) => ({
  criterion,
  timepoints: Array.from({ length: visits }, (_, visit) => ({
    id: `V${visit}`,
    date: dateOf(56 * visit),
    lesions: organs.map((_organ, index) => lesion(subject, visit, index)),
  })),
});

function measured(criterion, visits) {
  const inputs = Array.from({ length: subjects }, (_, subject) =>
    input(criterion, subject, visits)
  );
  const before = process.cpuUsage();
  for (const one of inputs) assess(one);
  const { user, system } = process.cpuUsage(before);
  const perTimepoint = (user + system) / (subjects * visits);
  return {
    criterion,
    timepoints: visits,
    perTimepoint: Math.round(10 * perTimepoint) / 10,
    timepointsPerSecond: Math.round(1e6 / perTimepoint),
  };
}

/** Bytes that one result holds on to, and what its JSON takes. */
function memory(criterion) {
  if (typeof globalThis.gc !== 'function') return { notMeasured: 'run with --expose-gc' };
  const inputs = Array.from({ length: subjects }, (_, subject) => input(criterion, subject, 8));
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const results = inputs.map(one => assess(one));
  globalThis.gc();
  const held = process.memoryUsage().heapUsed - before;
  return {
    criterion,
    bytesPerSubject: Math.round(held / results.length),
    jsonBytesPerSubject: JSON.stringify(results[0]).length,
  };
}

const chosen = ['recist-1.1', 'irecist', 'macdonald', 'lugano-2014'];
for (const criterion of chosen) measured(criterion, 4);
const runs = chosen.flatMap(criterion => lengths.map(visits => measured(criterion, visits)));
const document = { measured: 'assessments', subjects, targets: organs.length, runs };
const result = { ...document, memory: memory('recist-1.1') };
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
