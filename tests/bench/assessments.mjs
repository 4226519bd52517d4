/**
 * Processor time and memory of `assess` on the build, as one JSON document: subjects with five targets, no two alike, with
 * and without trace, for courses of 4, 8 and 16 timepoints. `perTimepoint`, microseconds, stays level when the work is
 * linear in the timepoints; `timepointsPerSecond` is that of one core.
 *
 *     node --expose-gc tests/bench/assessments.mjs [SUBJECTS]
 */
import { assess } from '../../platform/criteria/dist/index.js';
import { growth, heldBytes, leastTimes, peakMb } from './growth.mjs';

const subjects = Number(process.argv[2] ?? 1000);
const lengths = [4, 8, 16];
const rounds = 6;
const organs = ['LIVER', 'LIVER', 'LUNG', 'LUNG', 'ADRENAL GLAND'];
const brain = organs.map(() => 'BRAIN');
const chosen = [
  { criterion: 'recist-1.1' },
  { criterion: 'irecist' },
  { criterion: 'lugano-2014' },
  { criterion: 'macdonald', locations: brain },
];
const dateOf = day => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

/** Shrinks to the sixth timepoint, then grows; no two subjects alike. */
function lesionOf(subject, visit, index) {
  const longest = 40 - 4 * Math.min(visit, 5) + 6 * Math.max(visit - 5, 0);
  const longestDiameterMm = longest + index + (subject % 40) / 10;
  return {
    id: `T0${index + 1}`,
    role: 'target',
    longestDiameterMm,
    perpendicularDiameterMm: Math.round(longestDiameterMm * 6) / 10,
  };
}

const cohort = ({ criterion, locations = organs }, visits) =>
  Array.from({ length: subjects }, (_one, number) => ({
    criterion,
    timepoints: Array.from({ length: visits }, (_visit, visit) => ({
      id: `V${visit}`,
      date: dateOf(56 * visit),
      lesions: locations.map((location, index) => ({
        ...lesionOf(number, visit, index),
        location,
      })),
    })),
  }));

const rateAll = (inputs, trace) => () => inputs.map(input => assess(input, { trace }));

/** Every length with and without trace, in turn. */
function measured(kind) {
  const cases = lengths.flatMap(timepoints => {
    const inputs = cohort(kind, timepoints);
    return [true, false].map(trace => ({ timepoints, trace, work: rateAll(inputs, trace) }));
  });
  const times = leastTimes(
    cases.map(({ work }) => work),
    rounds
  );
  return cases.map(({ timepoints, trace }, index) => {
    const perTimepoint = times[index] / (subjects * timepoints);
    return {
      criterion: kind.criterion,
      trace,
      timepoints,
      perTimepoint: Math.round(100 * perTimepoint) / 100,
      timepointsPerSecond: Math.round(1e6 / perTimepoint),
    };
  });
}

/** Bytes that a result of eight timepoints holds on to, and what its JSON takes. */
function memory(kind, trace) {
  const inputs = cohort(kind, 8);
  const { bytes, made } = heldBytes(rateAll(inputs, trace));
  return {
    trace,
    bytesPerSubject: Math.round(bytes / made.length),
    jsonBytesPerSubject: JSON.stringify(made[0]).length,
  };
}

const runs = chosen.flatMap(measured);
const exponentOf = (criterion, trace) =>
  growth(
    runs.filter(run => run.criterion === criterion && run.trace === trace),
    run => run.timepoints,
    run => run.perTimepoint * run.timepoints
  );
const exponents = Object.fromEntries(
  chosen.map(({ criterion }) => [
    criterion,
    { withTrace: exponentOf(criterion, true), withoutTrace: exponentOf(criterion, false) },
  ])
);
const result = {
  measured: 'assessments',
  subjects,
  targets: organs.length,
  runs,
  exponents,
  memory: { ...chosen[0], of: [true, false].map(trace => memory(chosen[0], trace)) },
  peakMb: peakMb(),
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
