import { products, type Measure } from '../course/measure.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import type { VolumetricLesion } from './inputs.js';

/** A measure of brain tumours with what traces need of it. */
export interface NeuroMeasure extends Measure {
  /** Scaled units in one output unit. */
  one(scale: LengthScale): bigint;
  /** End of a number's name in a trace. */
  readonly suffix: 'Mm2' | 'Ml';
  /** The unit as it is written in a sentence. */
  readonly written: string;
  /** Whatever tells that a lesion which is not in the sum is there: a volume or its longest diameter; 0: gone. */
  sizeOf(lesion: LesionInput): number | null;
  /** What is missing of a lesion without a value, for a finding. */
  missing(lesion: LesionInput): { readonly rule: string; readonly what: string };
}

/** Products of two perpendicular diameters, mm². */
export function areas(tstmDefaultMm: number): NeuroMeasure {
  return {
    ...products(tstmDefaultMm),
    one: scale => scale.one * scale.one,
    suffix: 'Mm2',
    sizeOf: ({ longestDiameterMm }) => longestDiameterMm ?? null,
    written: 'mm²',
    missing: ({ longestDiameterMm }) =>
      longestDiameterMm == null
        ? { rule: 'measurement.missing', what: 'neither a measurement nor a state' }
        : {
            rule: 'measurement.perpendicularMissing',
            what: 'a longest diameter only; the perpendicular diameter is missing',
          },
  };
}

/** Volumes, ml. A lesion too small to measure counts `tstmDefaultMl`. */
export function volumes(tstmDefaultMl: number): NeuroMeasure {
  const volumeOf = (lesion: LesionInput): number | null =>
    (lesion as LesionInput & VolumetricLesion).volumeMl ?? null;
  return {
    unit: 'ml',
    recorded: lesion => [
      volumeOf(lesion),
      lesion.longestDiameterMm,
      lesion.perpendicularDiameterMm,
    ],
    value: (lesion, _node, scale) => {
      const volume = volumeOf(lesion);
      return volume === null ? null : scale.of(volume);
    },
    tooSmall: (_node, scale) => scale.of(tstmDefaultMl),
    // Too small to measure is there, whatever it counts.
    isDisease: () => true,
    toOutput: (value, scale) => scale.toMm(value),
    one: scale => scale.one,
    suffix: 'Ml',
    sizeOf: lesion => volumeOf(lesion) ?? lesion.longestDiameterMm ?? null,
    written: 'ml',
    missing: () => ({
      rule: 'measurement.volumeMissing',
      what: 'neither a volume nor a state; burden is volume',
    }),
  };
}
