import { AdjudicationError } from './adjudicationError.js';
import { type CourseRead, type Series, seriesName } from './courseRead.js';
import { changeOf } from './exactDifference.js';
import type { Outcome } from './outcome.js';
import type { Reading } from './reading.js';
import type { NumberMeasure, Trigger } from './rules.js';

type Numbers = Readonly<Record<NumberMeasure, number | null>>;

const none: Numbers = {
  value: null,
  changeFromBaseline: null,
  changeFromBaselinePct: null,
  changeFromNadir: null,
  changeFromNadirPct: null,
};

/** The criterion's own burden and references: what it says of a nadir is not computed a second time. */
function burdenAt({ output }: CourseRead, timepoint: string): Numbers {
  const [baseline] = output.timepoints;
  const burden = output.timepoints.find(({ id }) => id === timepoint)?.burden;
  if (!burden) return none;
  const { value, changeFromBaselinePct, changeFromNadir, changeFromNadirPct } = burden;
  const reference = baseline?.burden?.value ?? null;
  return {
    value,
    changeFromBaseline:
      baseline?.id === timepoint || value === null || reference === null
        ? null
        : changeOf(value, reference),
    changeFromBaselinePct: changeFromBaselinePct ?? null,
    changeFromNadir: changeFromNadir ?? null,
    changeFromNadirPct: changeFromNadirPct ?? null,
  };
}

/** A score or volume as `endpoints` follows it; its nadir is the best value before, in the direction that is better. */
function seriesAt({ numeric }: Outcome, name: string, timepoint: string): Numbers {
  const series = numeric.find(one => one.name === name);
  const visit = series?.visits.find(one => one.visit === timepoint);
  if (!visit) return none;
  const { value, fromBaseline, fromBest } = visit;
  return {
    value,
    changeFromBaseline: fromBaseline?.change ?? null,
    changeFromBaselinePct: fromBaseline?.changePct ?? null,
    changeFromNadir: fromBest?.change ?? null,
    changeFromNadirPct: fromBest?.changePct ?? null,
  };
}

/** The series a trigger is about: by its instrument too, where the trigger names one. */
function seriesFor({ numeric }: CourseRead, { of, variable }: Trigger): Series | undefined {
  const fits = (one: Series): boolean => one.name === variable && (of === null || one.of === of);
  return (numeric ?? []).find(fits);
}

const ownUnit: readonly NumberMeasure[] = ['value', 'changeFromBaseline', 'changeFromNadir'];

/** The unit of a number trigger in a read: that of the burden or the series, or per cent. */
export function unitOf(course: CourseRead, trigger: Trigger): string | null {
  if (!ownUnit.includes(trigger.measure)) return '%';
  if (trigger.kind === 'series') return seriesFor(course, trigger)?.unit ?? null;
  return course.output.timepoints.find(({ burden }) => burden)?.burden?.unit ?? null;
}

/** Throws AdjudicationError CL_ADJUDICATION_RULES on a trigger of another criterion, or whose series no read has. */
export function requireResults(triggers: readonly Trigger[], courses: readonly CourseRead[]): void {
  const known = courses.flatMap(({ numeric }) => (numeric ?? []).map(seriesName));
  const [criterion] = courses.map(({ input }) => input.criterion);
  triggers.forEach((trigger, index) => {
    const { kind, of, name } = trigger;
    const wrong = (key: string, text: string) => {
      const path = `/rules/triggers/${index}/${key}`;
      return new AdjudicationError('CL_ADJUDICATION_RULES', path, `${path}: ${text}`);
    };
    if (kind !== 'series') {
      if (of !== null && criterion !== undefined && of !== criterion)
        throw wrong('of', `a result of ${of}; the reads are rated by ${criterion}`);
    } else if (courses.length > 0 && !courses.some(course => seriesFor(course, trigger)))
      throw wrong(
        'variable',
        `no read has "${name}" (read: ${['burden', ...new Set(known)].join(', ')})`
      );
  });
}

/** What a number trigger looks at in one read at one timepoint. */
export function numberAt(
  { course, outcome }: { readonly course: CourseRead; readonly outcome: Outcome },
  trigger: Trigger,
  timepoint: string
): Reading {
  const at = (numbers: Numbers): Reading => ({
    value: numbers[trigger.measure],
    timepoint,
    day: null,
  });
  if (trigger.kind === 'burden') return at(burdenAt(course, timepoint));
  const series = seriesFor(course, trigger);
  if (!series) return at(none);
  // The value itself is also that of the baseline, which endpoints have apart.
  const value = series.visits.find(one => one.timepoint === timepoint)?.value ?? null;
  return at({ ...seriesAt(outcome, seriesName(series), timepoint), value });
}
