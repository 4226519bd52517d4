import type { HostServices } from '@corelab/host';
import type { Mark } from '@corelab/reads';
import { findInstance, imageIdOf } from './panes.js';

const sourceName = 'Cornerstone3DTools';
const sourceVersion = '0.1';

/** Puts a stored mark on its image; false while the host does not hold the image. */
export function addHostMark(
  services: HostServices,
  uid: string,
  mark: Mark,
  label: string
): boolean {
  const { measurementService } = services;
  const found = findInstance(services, mark);
  const referencedImageId = found === null ? null : imageIdOf(services, found.instance);
  const source = measurementService.getSource(sourceName, sourceVersion);
  const mapping = measurementService
    .getSourceMappings(sourceName, sourceVersion)
    ?.find(({ annotationType }) => annotationType === mark.tool);
  if (found === null || referencedImageId === null || !source || !mapping) {
    return false;
  }
  const annotation = {
    annotationUID: uid,
    highlighted: false,
    isLocked: false,
    isVisible: true,
    invalidated: true,
    metadata: {
      toolName: mark.tool,
      FrameOfReferenceUID:
        found.instance.FrameOfReferenceUID ?? found.displaySet.FrameOfReferenceUID ?? '',
      referencedImageId,
    },
    data: {
      label,
      cachedStats: {},
      handles: {
        points: mark.pointsLps.map(point => [...point]),
        activeHandleIndex: null,
        textBox: {
          hasMoved: false,
          worldPosition: [0, 0, 0],
          worldBoundingBox: {
            topLeft: [0, 0, 0],
            topRight: [0, 0, 0],
            bottomLeft: [0, 0, 0],
            bottomRight: [0, 0, 0],
          },
        },
      },
    },
  };
  measurementService.addRawMeasurement(
    source,
    mark.tool,
    { uid, annotation },
    mapping.toMeasurementSchema
  );
  return true;
}

/** Locks or frees a mark against dragging. */
export function lockHostMark(services: HostServices, uid: string, locked: boolean): void {
  const measurement = services.measurementService.getMeasurement(uid);
  if (measurement !== undefined && (measurement.isLocked ?? false) !== locked) {
    services.measurementService.toggleLockMeasurement(uid);
  }
}

/** Writes the lesion's id at its mark. */
export function labelHostMark(services: HostServices, uid: string, label: string): void {
  const measurement = services.measurementService.getMeasurement(uid);
  if (measurement !== undefined && measurement.label !== label) {
    services.measurementService.update(uid, { ...measurement, label }, true);
  }
}

const pointToleranceMm = 0.01;
const valueToleranceMm = 0.15;

/** Whether two marks lie on the same points, within what storing rounds. */
export function samePoints(a: Mark, b: Mark): boolean {
  return (
    a.pointsLps.length === b.pointsLps.length &&
    a.pointsLps.every((point, index) =>
      point.every(
        (value, axis) => Math.abs(value - (b.pointsLps[index]?.[axis] ?? NaN)) <= pointToleranceMm
      )
    )
  );
}

/** Whether the host computes the stored diameters again from the same points. */
export function sameDiameters(a: Mark, b: Mark): boolean {
  return (
    Math.abs(a.longestDiameterMm - b.longestDiameterMm) <= valueToleranceMm &&
    Math.abs((a.shortAxisMm ?? 0) - (b.shortAxisMm ?? 0)) <= valueToleranceMm
  );
}
