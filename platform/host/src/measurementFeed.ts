import { adaptMeasurement, type AdaptedMeasurement } from './measurementAdapter.js';
import type {
  DisplaySetService,
  HostInstance,
  HostMeasurement,
  MeasurementService,
  Subscription,
} from './types.js';

/** Looks an instance up in the display sets the host holds. */
export function instanceFinder(
  displaySetService: Pick<DisplaySetService, 'getActiveDisplaySets'>
): (sopInstanceUid: string) => HostInstance | undefined {
  return sopInstanceUid => {
    for (const displaySet of displaySetService.getActiveDisplaySets()) {
      const found = (displaySet.instances ?? displaySet.images)?.find(
        instance => instance.SOPInstanceUID === sopInstanceUid
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** What the reader's drawing does to the read. `uid` is the host's measurement uid. */
export interface MeasurementListener {
  changed(uid: string, adapted: AdaptedMeasurement): void;
  removed(uid: string): void;
}

export interface MeasurementFeed extends Subscription {
  /** Reads every measurement again: a button was released, and the host may not tell of what it left unfinished. */
  readAgain(): void;
}

/**
 * Follows the host's measurements. The host sends many UPDATED before the one ADDED, so a uid counts from its ADDED on
 * (restored ones from RAW_MEASUREMENT_ADDED); later UPDATED are read again, since statistics come late.
 * `CLEARED` is reported as the removal of each uid.
 */
export function followMeasurements(
  services: { measurementService: MeasurementService; displaySetService: DisplaySetService },
  listener: MeasurementListener,
  isSettled: () => boolean
): MeasurementFeed {
  const { measurementService } = services;
  const instanceOf = instanceFinder(services.displaySetService);
  const added = new Set<string>();
  const read = (measurement: HostMeasurement): void => {
    const context = { added: added.has(measurement.uid), settled: isSettled(), instanceOf };
    listener.changed(measurement.uid, adaptMeasurement(measurement, context));
  };
  const drop = (uid: string): void => {
    if (added.delete(uid)) listener.removed(uid);
  };
  const on = <T>(name: string, callback: (payload: T) => void): Subscription => {
    const event = measurementService.EVENTS[name];
    if (event === undefined)
      throw new Error(`CL_HOST_EVENT: the measurement service has no event ${name}.`);
    return measurementService.subscribe(event, callback);
  };
  const start = ({ measurement }: { measurement: HostMeasurement }): void => {
    added.add(measurement.uid);
    read(measurement);
  };
  const subscriptions = [
    on('MEASUREMENT_ADDED', start),
    on('RAW_MEASUREMENT_ADDED', start),
    on('MEASUREMENT_UPDATED', ({ measurement }: { measurement: HostMeasurement }) =>
      read(measurement)
    ),
    on('MEASUREMENT_REMOVED', ({ measurement }: { measurement: string }) => drop(measurement)),
    on('MEASUREMENTS_CLEARED', ({ measurements }: { measurements: HostMeasurement[] }) =>
      measurements.forEach(({ uid }) => drop(uid))
    ),
  ];
  return {
    unsubscribe: () => subscriptions.forEach(subscription => subscription.unsubscribe()),
    readAgain: () => {
      for (const uid of [...added]) {
        const measurement = measurementService.getMeasurement(uid);
        if (measurement !== undefined) read(measurement);
      }
    },
  };
}
