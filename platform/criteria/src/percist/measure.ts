import type { Measure } from '../course/measure.js';
import { lesionsOf } from '../course/lesions.js';
import type { Visit } from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import { own, sulOf } from './inputs.js';
import type { Parameters } from './parameters.js';

type DistinctUnknown = Parameters['percist.distinctUnknown'];

/** Stated not to stand out from its surroundings, or taken so where nothing is stated. */
export function isIndistinct(lesion: LesionInput, unknown: DistinctUnknown): boolean {
  const distinct = own(lesion).distinctFromBackground ?? null;
  if (distinct !== null) return !distinct;
  return lesion.status === 'absent' || (unknown === 'byValue' && lesion.status !== 'progressed');
}

/**
 * SULpeak as what a lesion adds; the parts of a split are as hot as the hottest. `background`: mean of the scan, scaled
 * g/mL; a lesion below it that does not stand out is no disease any more.
 */
export function sulMeasure(background: bigint | null, unknown: DistinctUnknown): Measure {
  return {
    unit: 'g/mL',
    parts: 'highest',
    recorded: lesion => {
      const { sulPeak, suvPeak, tlg } = own(lesion);
      return [sulPeak, suvPeak, tlg];
    },
    value: (lesion, _node, scale) => {
      const sul = sulOf(lesion);
      return sul === null ? null : scale.of(sul);
    },
    // Never asked for: `asMeasured` makes such a lesion not evaluable, for no SULpeak stands for "too small".
    tooSmall: () => 0n,
    isDisease: (lesion, value) =>
      value > 0n &&
      !(lesion !== null && value < (background ?? 0n) && isIndistinct(lesion, unknown)),
    toOutput: (value, scale) => scale.toMm(value),
  };
}

/** A lesion whose uptake is measured, by the words that state a size elsewhere. */
function asMeasured(lesion: LesionInput): LesionInput {
  const distinct = own(lesion).distinctFromBackground ?? null;
  const sul = sulOf(lesion);
  const absent = lesion.status === 'absent';
  if (lesion.evaluable === false) return lesion;
  if (absent && distinct === true) return { ...lesion, evaluable: false, reason: 'CONTRADICTION' };
  // Gone to the eye, with the number of what is at its place.
  if (absent && sul !== null) {
    const read = { ...lesion, status: null, tooSmallToMeasure: null };
    return Object.assign(read, { distinctFromBackground: false });
  }
  if (sul !== null || absent) return lesion;
  return lesion.tooSmallToMeasure
    ? { ...lesion, tooSmallToMeasure: null, evaluable: false, reason: 'TOO_SMALL_TO_MEASURE' }
    : lesion;
}

/** A lesion that is followed by its state: without one, its number and what was said of it give it. */
function asOther(lesion: LesionInput, measure: Measure, scale: LengthScale): LesionInput {
  if (lesion.status) return lesion;
  const value = measure.value(lesion, false, scale);
  const distinct = own(lesion).distinctFromBackground ?? null;
  if (value === null && distinct === null) return lesion;
  const present =
    value === null ? distinct === true : measure.isDisease(lesion, value, false, scale);
  return { ...lesion, status: present ? 'present' : 'absent' };
}

const withLesions = (visit: Visit, as: (lesion: LesionInput) => LesionInput): Visit => ({
  ...visit,
  lesions: lesionsOf(visit.lesions.list.map(as)),
});

/** A visit as its measured lesions are read. */
export const measuredView = (visit: Visit): Visit => withLesions(visit, asMeasured);

/** A visit as the lesions are read that are followed by their state. */
export const othersView = (visit: Visit, measure: Measure, scale: LengthScale): Visit =>
  withLesions(visit, lesion => asOther(lesion, measure, scale));
