import type { NewLesionState, NonTargetCategory, TargetCategory } from '../course/categories.js';
import { rateOverall } from '../course/overallRating.js';
import { type LengthScale } from '../decimal.js';
import { made, type Reason } from '../reason.js';
import { immune, type ImmuneOverall } from './codes.js';
import { type NewLesionCourse, newLesionSum, type NewLesionVisit } from './newLesionCourse.js';
import type { Parameters } from './parameters.js';
import type { RunStep } from './rateVisit.js';

const table = 'Seymour 2017 (iRECIST) Table 2';

export interface GridRating {
  readonly value: ImmuneOverall;
  readonly trace: readonly Reason[];
}

/** The combination table without new lesions: those of an earlier run act as none, but forbid iCR while they last. */
export function gridResponse(
  target: TargetCategory,
  nonTarget: NonTargetCategory,
  { present }: NewLesionVisit,
  newLesions: NewLesionState,
  { newLesionNe, nlForbidsIcr }: Pick<Parameters, 'newLesionNe' | 'nlForbidsIcr'>
): GridRating {
  const state = newLesions === 'YES' ? 'NO' : newLesions;
  const parts = { target, nonTarget, newLesions: state, reappeared: [] };
  const { value, trace } = rateOverall(parts, newLesionNe, table);
  if (value === 'CR' && nlForbidsIcr && present.length > 0) {
    const less = target === 'NA' ? 'NON-CR/NON-PD' : 'PR';
    const text = `New lesions are still there (${present.join(', ')}), which forbids iCR: ${immune(less)}.`;
    return {
      value: immune(less),
      trace: [{ rule: 'overall.newLesionStays', text, numbers: {}, source: table }],
    };
  }
  const code = immune(value);
  const inCode = (text: string): string =>
    code === value ? text : `${text.slice(0, -1)} (${code}).`;
  return { value: code, trace: trace.map(one => ({ ...one, text: () => inCode(made(one.text)) })) };
}

/** What the run of unconfirmed progression made of a visit, and the sum of the new target lesions. */
export function stepTrace(
  { rule, text, overall, run, inWindow, daysInRun, growth }: RunStep,
  { course }: NewLesionVisit,
  before: NewLesionCourse,
  scale: LengthScale,
  source: string
): Reason[] {
  const found: Reason[] = [];
  if (course.targets.length > 0) {
    const sum = newLesionSum(
      course,
      course.targets.map(({ id }) => id)
    );
    const nadir = before.nadir === null ? null : scale.toMm(before.nadir);
    const value = sum.complete ? scale.toMm(sum.known) : null;
    const targets = `${course.targets.length} new target ${course.targets.length === 1 ? 'lesion' : 'lesions'}`;
    const known = value === null ? 'not known' : `${value} mm`;
    found.push({
      rule: 'newLesion.sum',
      text: `Sum of ${targets}: ${known}, kept apart from the baseline targets.`,
      numbers: { newLesionSumMm: value, newLesionNadirMm: nadir },
      source,
    });
  }
  if (rule === 'overall.grid') return found;
  const over = growth === null ? null : scale.toMm(growth);
  found.push({
    rule,
    text,
    numbers: { daysSinceFirstIupd: daysInRun, growthInRunMm: over, runOpen: run === null ? 0 : 1 },
    ...(growth === null || !inWindow
      ? {}
      : {
          threshold: 'growth within the run of at least 5 mm',
          margin: {
            value: scale.toMm(growth - scale.of(5)),
            unit: 'mm',
            category: overall === 'ICPD' ? 'IUPD' : 'ICPD',
          },
        }),
    source,
  });
  return found;
}
