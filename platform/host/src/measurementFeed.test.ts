import { describe, expect, it } from '@jest/globals';
import { followMeasurements } from './measurementFeed.js';
import type { DisplaySetService, HostMeasurement, MeasurementService } from './types.js';

const EVENTS = {
  MEASUREMENT_ADDED: 'added',
  RAW_MEASUREMENT_ADDED: 'raw',
  MEASUREMENT_UPDATED: 'updated',
  MEASUREMENT_REMOVED: 'removed',
  MEASUREMENTS_CLEARED: 'cleared',
};

const imageId = 'wadors:/reads/r/dicomweb/studies/1.2/series/1.3/instances/1.4/frames/1';
const length: HostMeasurement = {
  uid: 'm1',
  toolName: 'Length',
  referencedImageId: imageId,
  points: [
    [0, 0, 0],
    [10, 0, 0],
  ],
  data: { [`imageId:${imageId}`]: { length: 10, unit: 'mm' } },
};

function hostServices(held: readonly HostMeasurement[] = []) {
  const listeners = new Map<string, (payload: never) => void>();
  const measurementService = {
    EVENTS,
    getMeasurement: (uid: string) => held.find(measurement => measurement.uid === uid),
    subscribe: (event: string, callback: (payload: never) => void) => {
      listeners.set(event, callback);
      return { unsubscribe: () => listeners.delete(event) };
    },
  } as unknown as MeasurementService;
  const displaySetService = { getActiveDisplaySets: () => [] } as unknown as DisplaySetService;
  const send = (event: string, payload: unknown): void => listeners.get(event)?.(payload as never);
  return { services: { measurementService, displaySetService }, send, listeners };
}

describe('followMeasurements', () => {
  it('reports a drawing as unfinished until ADDED, and later changes as finished', () => {
    const { services, send } = hostServices();
    const seen: string[] = [];
    followMeasurements(
      services,
      {
        changed: (uid, adapted) => seen.push(`${uid} ${adapted.kind}`),
        removed: uid => seen.push(`${uid} removed`),
      },
      () => true
    );
    send('updated', { measurement: length });
    send('added', { measurement: length });
    send('updated', { measurement: length });
    send('removed', { measurement: 'm1' });
    expect(seen).toEqual(['m1 unfinished', 'm1 finished', 'm1 finished', 'm1 removed']);
  });

  it('reports every mark of a clearing, and nothing it never announced', () => {
    const { services, send } = hostServices();
    const removed: string[] = [];
    followMeasurements(
      services,
      { changed: () => undefined, removed: uid => removed.push(uid) },
      () => true
    );
    send('raw', { measurement: length });
    send('cleared', { measurements: [length, { uid: 'never' }] });
    expect(removed).toEqual(['m1']);
  });

  it('reads the last shape of a drag when the button is released, though the host never computed it', () => {
    const drawn: HostMeasurement[] = [length];
    const { services, send } = hostServices(drawn);
    const seen: string[] = [];
    let settled = false;
    const feed = followMeasurements(
      services,
      {
        changed: (_uid, adapted) =>
          seen.push(
            adapted.kind === 'finished' ? String(adapted.mark.longestDiameterMm) : adapted.kind
          ),
        removed: () => undefined,
      },
      () => settled
    );
    send('added', { measurement: length });
    const dragged = {
      ...length,
      points: [
        [0, 0, 0],
        [14, 0, 0],
      ],
    };
    send('updated', { measurement: dragged });
    drawn[0] = dragged;
    settled = true;
    feed.readAgain();
    expect(seen).toEqual(['10', 'unfinished', '14']);
  });

  it('leaves no subscription behind', () => {
    const { services, listeners } = hostServices();
    followMeasurements(
      services,
      {
        changed: () => undefined,
        removed: () => undefined,
      },
      () => true
    ).unsubscribe();
    expect(listeners.size).toBe(0);
  });
});
