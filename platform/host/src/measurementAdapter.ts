import type { Mark } from '@corelab/reads';
import { millimetresPer, parseHostUnit } from './hostUnit.js';
import { distanceFromPlane } from './imagePlane.js';
import { parseImageId } from './imageReference.js';
import type { HostInstance, HostMeasurement } from './types.js';

export type RefusalCode =
  | 'CL_MARK_TOOL'
  | 'CL_MARK_RECONSTRUCTED'
  | 'CL_MARK_IMAGE'
  | 'CL_MARK_NOT_CALIBRATED'
  | 'CL_MARK_UNIT'
  | 'CL_MARK_VALUE'
  | 'CL_MARK_POINTS'
  | 'CL_MARK_OFF_IMAGE';

/** A host measurement as the read document takes it, or why it can't be taken (yet). */
export type AdaptedMeasurement =
  | { kind: 'finished'; mark: Mark }
  | { kind: 'unfinished' }
  | { kind: 'refused'; code: RefusalCode; message: string; pointsLps?: Mark['pointsLps'] };

export interface AdapterContext {
  /** Whether the host has sent ADDED for this uid: before it, a measurement is still being drawn. */
  added: boolean;
  /** Whether no button is held, so that the points are final whatever the statistics say. */
  settled: boolean;
  /** The DICOM instance of an image, for its thickness and plane; undefined when the host doesn't hold it. */
  instanceOf: (sopInstanceUid: string) => HostInstance | undefined;
}

const pointsOf = { Bidirectional: 4, Length: 2 } as const;

const isMarkTool = (name: string | undefined): name is Mark['tool'] =>
  name === 'Bidirectional' || name === 'Length';

const refused = (code: RefusalCode, message: string): AdaptedMeasurement => ({
  kind: 'refused',
  code,
  message,
});

/** The one-decimal value that is shown, stored and computed with alike. */
const toTenths = (millimetres: number): number => Math.round(millimetres * 10) / 10;

/** Farther than this from the points' distance, in mm, a length is that of an earlier shape. */
const staleMm = 0.05;

interface Length {
  exactMm: number;
  mm: number;
  calibration: string | null;
}

function readLength(
  value: unknown,
  unit: unknown,
  what: string
): Length | AdaptedMeasurement | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    return refused('CL_MARK_VALUE', `The ${what} is not a length: ${String(value)}.`);
  }
  if (typeof unit !== 'string' || unit.trim() === '') {
    return refused('CL_MARK_UNIT', `The ${what} has no unit.`);
  }
  const parsed = parseHostUnit(unit);
  if (parsed.base === 'px') {
    return refused(
      'CL_MARK_NOT_CALIBRATED',
      'This image has no pixel size, so nothing can be measured on it in mm.'
    );
  }
  const factor = millimetresPer(parsed);
  if (factor === null)
    return refused('CL_MARK_UNIT', `The ${what} is in "${unit}", which is no length.`);
  const exactMm = value * factor;
  return { exactMm, mm: toTenths(exactMm), calibration: parsed.calibration };
}

function sliceThicknessOf(instance: HostInstance | undefined): number | null {
  const given = instance?.SliceThickness;
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

function readPoints(measurement: HostMeasurement, tool: Mark['tool']): Mark['pointsLps'] | null {
  const points = (measurement.points ?? []).map(point => [point[0], point[1], point[2]]);
  const complete = points.every(point =>
    point.every(number => typeof number === 'number' && Number.isFinite(number))
  );
  return complete && points.length === pointsOf[tool] ? (points as Mark['pointsLps']) : null;
}

function distance(a: readonly number[] | undefined, b: readonly number[] | undefined): number {
  if (a === undefined || b === undefined) return Number.NaN;
  return Math.hypot(...a.map((value, axis) => value - (b[axis] ?? Number.NaN)));
}

interface Diameters {
  longest: Length;
  short: Length | null;
}

/**
 * The host computes statistics at most every 100 ms and only of marks it draws: they may be those of an earlier shape,
 * for good when the reader goes on to another slice at once. With the image's own pixel spacing a length is the distance
 * of its points, which tells, and which is taken once the points are final; null while they are not.
 */
function diametersOf(
  points: Mark['pointsLps'],
  { longest, short }: Diameters,
  settled: boolean
): Diameters | null {
  if (longest.calibration !== null) return { longest, short };
  const drawn = [
    distance(points[0], points[1]),
    ...(short === null ? [] : [distance(points[2], points[3])]),
  ].sort((a, b) => b - a);
  const stated = [longest, ...(short === null ? [] : [short])]
    .map(({ exactMm }) => exactMm)
    .sort((a, b) => b - a);
  const isStale = stated.some(
    (value, index) => !(Math.abs(value - (drawn[index] ?? Number.NaN)) <= staleMm)
  );
  if (!isStale) return { longest, short };
  return settled
    ? { longest: drawnLength(drawn[0]), short: short === null ? null : drawnLength(drawn[1]) }
    : null;
}

const drawnLength = (exactMm = Number.NaN): Length => ({
  exactMm,
  mm: toTenths(exactMm),
  calibration: null,
});

/** Farther than this from the plane of its image, in mm, a point was not put there on that image. */
const offImageMm = 0.5;

/**
 * Turns a host measurement into a mark. Values are taken from the statistics of the acquired image it was drawn on
 * (`imageId:` target), never from another target; drawn on a reconstruction it is refused. Lengths in mm, to one decimal;
 * unit and calibration are parsed apart; a pixel count is refused, and so is a diameter with an end on another slice. Without statistics, with those of an earlier shape
 * while a button is held, or before ADDED: unfinished.
 */
export function adaptMeasurement(
  measurement: HostMeasurement,
  context: AdapterContext
): AdaptedMeasurement {
  if (!context.added) return { kind: 'unfinished' };
  const tool = measurement.toolName;
  if (!isMarkTool(tool))
    return refused(
      'CL_MARK_TOOL',
      `Marks are drawn with a diameter tool, not with ${tool ?? 'an unknown tool'}.`
    );
  const data = measurement.data ?? {};
  const targets = Object.keys(data);
  const imageId = measurement.referencedImageId;
  const statistics = imageId === undefined ? undefined : data[`imageId:${imageId}`];
  if (statistics === undefined) {
    if (targets.some(target => target.startsWith('volumeId:'))) {
      return refused(
        'CL_MARK_RECONSTRUCTED',
        'Drawn on a reconstruction. Measure on the acquired slices.'
      );
    }
    return { kind: 'unfinished' };
  }
  const image = parseImageId(imageId ?? '');
  if (image === null)
    return refused('CL_MARK_IMAGE', 'The image this was drawn on is not one of this read.');
  const longest = readLength(statistics['length'], statistics['unit'], 'longest diameter');
  if (longest === null) return { kind: 'unfinished' };
  if ('kind' in longest) return longest;
  const isBidirectional = tool === 'Bidirectional';
  const short = isBidirectional
    ? readLength(statistics['width'], statistics['widthUnit'] ?? statistics['unit'], 'short axis')
    : null;
  if (short === null && isBidirectional) return { kind: 'unfinished' };
  if (short !== null && 'kind' in short) return short;
  if (short !== null && short.calibration !== longest.calibration) {
    return refused('CL_MARK_UNIT', 'The two diameters are calibrated differently.');
  }
  const points = readPoints(measurement, tool);
  if (points === null) {
    return refused(
      'CL_MARK_POINTS',
      `A ${tool} has ${pointsOf[tool]} points in space; this one has not.`
    );
  }
  const diameters = diametersOf(points, { longest, short }, context.settled);
  if (diameters === null) return { kind: 'unfinished' };
  const instance = context.instanceOf(image.sopInstanceUid);
  if (points.some(point => (distanceFromPlane(instance, point) ?? 0) > offImageMm)) {
    const message = 'One end lay on another slice. A diameter is measured on one image.';
    return { kind: 'refused', code: 'CL_MARK_OFF_IMAGE', message, pointsLps: points };
  }
  return {
    kind: 'finished',
    mark: {
      tool,
      pointsLps: points,
      ...image,
      longestDiameterMm: diameters.longest.mm,
      shortAxisMm: diameters.short?.mm ?? null,
      sliceThicknessMm: sliceThicknessOf(instance),
      calibration: longest.calibration,
    },
  };
}
