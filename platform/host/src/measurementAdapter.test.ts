import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { adaptMeasurement } from './measurementAdapter.js';
import type { HostMeasurement } from './types.js';

interface Recorded {
  event: 'MEASUREMENT_ADDED' | 'MEASUREMENT_UPDATED';
  measurement: HostMeasurement;
}

/** Events of the real host 3.13.2 while one Bidirectional and one Length were drawn in a stack viewport. */
const recorded = JSON.parse(
  readFileSync(join(process.cwd(), 'platform/host/src/recordedMeasurements.json'), 'utf8')
) as Recorded[];

const eventsOf = (tool: string) =>
  recorded.filter(({ measurement }) => measurement.toolName === tool);
const finalOf = (tool: string): HostMeasurement => {
  const last = eventsOf(tool).at(-1);
  if (last === undefined) throw new Error(`no recording of ${tool}`);
  return last.measurement;
};

const context = {
  added: true,
  settled: false,
  instanceOf: (uid: string) => ({ SOPInstanceUID: uid, SliceThickness: '5' }),
};
const targetOf = (measurement: HostMeasurement) => `imageId:${measurement.referencedImageId ?? ''}`;
const withStatistics = (
  measurement: HostMeasurement,
  changed: Record<string, unknown>
): HostMeasurement => ({
  ...measurement,
  data: { [targetOf(measurement)]: { ...measurement.data?.[targetOf(measurement)], ...changed } },
});

describe('adaptMeasurement', () => {
  it('takes a drawn Bidirectional with its image, points and slice thickness', () => {
    const adapted = adaptMeasurement(finalOf('Bidirectional'), context);
    expect(adapted).toMatchObject({
      kind: 'finished',
      mark: {
        tool: 'Bidirectional',
        studyInstanceUid: '2.25.101',
        seriesInstanceUid: '2.25.201',
        sopInstanceUid: '2.25.401.6',
        frameNumber: 1,
        longestDiameterMm: 34.8,
        shortAxisMm: 23.2,
        sliceThicknessMm: 5,
        calibration: null,
      },
    });
    expect(adapted.kind === 'finished' && adapted.mark.pointsLps).toHaveLength(4);
  });

  it('takes a Length without a short axis', () => {
    expect(adaptMeasurement(finalOf('Length'), context)).toMatchObject({
      kind: 'finished',
      mark: { tool: 'Length', longestDiameterMm: 34.8, shortAxisMm: null },
    });
  });

  it('holds everything before ADDED for unfinished, whatever its values', () => {
    expect(adaptMeasurement(finalOf('Length'), { ...context, added: false })).toEqual({
      kind: 'unfinished',
    });
  });

  it('waits while the statistics are those of an earlier shape, as the host sends them with ADDED', () => {
    const added = eventsOf('Bidirectional').find(({ event }) => event === 'MEASUREMENT_ADDED');
    if (added === undefined) throw new Error('no ADDED recorded');
    expect(added.measurement.data?.[targetOf(added.measurement)]?.['length']).toBeCloseTo(31.83, 2);
    expect(adaptMeasurement(added.measurement, context)).toEqual({ kind: 'unfinished' });
  });

  it('takes the distances of the points in their place once no button is held', () => {
    const added = eventsOf('Bidirectional').find(({ event }) => event === 'MEASUREMENT_ADDED');
    if (added === undefined) throw new Error('no ADDED recorded');
    expect(adaptMeasurement(added.measurement, { ...context, settled: true })).toMatchObject({
      kind: 'finished',
      mark: { longestDiameterMm: 34.8, shortAxisMm: 23.2 },
    });
  });

  it('waits for statistics that are not there yet', () => {
    expect(adaptMeasurement({ ...finalOf('Length'), data: {} }, context)).toEqual({
      kind: 'unfinished',
    });
  });

  it('refuses a pixel count and says why', () => {
    const adapted = adaptMeasurement(withStatistics(finalOf('Length'), { unit: 'px' }), context);
    expect(adapted).toMatchObject({ kind: 'refused', code: 'CL_MARK_NOT_CALIBRATED' });
  });

  it('takes unit and calibration apart', () => {
    const adapted = adaptMeasurement(
      withStatistics(finalOf('Length'), { length: 2.5, unit: 'cm US Region' }),
      context
    );
    expect(adapted).toMatchObject({
      kind: 'finished',
      mark: { longestDiameterMm: 25, calibration: 'US Region' },
    });
  });

  it('refuses what was drawn on a reconstruction', () => {
    const drawn = finalOf('Length');
    const statistics = drawn.data?.[targetOf(drawn)] ?? {};
    const reconstructed = {
      ...drawn,
      data: { 'volumeId:v?sliceIndex=3&viewPlaneNormal=0,0,1': statistics },
    };
    expect(adaptMeasurement(reconstructed, context)).toMatchObject({
      code: 'CL_MARK_RECONSTRUCTED',
    });
  });

  it('takes the acquired image among several targets, never the first', () => {
    const drawn = finalOf('Length');
    const data = { 'volumeId:v': { length: 99, unit: 'mm' }, ...drawn.data };
    expect(adaptMeasurement({ ...drawn, data }, context)).toMatchObject({
      mark: { longestDiameterMm: 34.8 },
    });
  });

  it.each([
    ['another tool', { toolName: 'CircleROI' }, 'CL_MARK_TOOL'],
    ['missing points', { points: [[0, 0, 0]] }, 'CL_MARK_POINTS'],
  ])('refuses %s', (_what, changed, code) => {
    expect(adaptMeasurement({ ...finalOf('Length'), ...changed }, context)).toMatchObject({
      kind: 'refused',
      code,
    });
  });

  it.each([
    ['a unit of area', { unit: 'mm²' }, 'CL_MARK_UNIT'],
    ['no unit', { unit: undefined }, 'CL_MARK_UNIT'],
    ['a value that is no number', { length: Number.NaN }, 'CL_MARK_VALUE'],
  ])('refuses %s', (_what, changed, code) => {
    expect(adaptMeasurement(withStatistics(finalOf('Length'), changed), context)).toMatchObject({
      code,
    });
  });

  it('refuses a diameter with an end on another slice, and takes one on its image', () => {
    const drawn = finalOf('Length');
    const [from = [], to = []] = drawn.points ?? [];
    const plane = {
      ImagePositionPatient: [0, 0, from[2] ?? Number.NaN],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    };
    const onPlane = {
      ...context,
      instanceOf: (uid: string) => ({ SOPInstanceUID: uid, ...plane }),
    };
    expect(adaptMeasurement(drawn, onPlane)).toMatchObject({ kind: 'finished' });
    const [x = 0, y = 0, z = 0] = to;
    const off = withStatistics(
      { ...drawn, points: [from, [x, y, z + 100]] },
      { length: Math.hypot(x - (from[0] ?? 0), y - (from[1] ?? 0), 100) }
    );
    expect(adaptMeasurement(off, onPlane)).toMatchObject({
      kind: 'refused',
      code: 'CL_MARK_OFF_IMAGE',
    });
  });

  it('keeps a missing slice thickness missing', () => {
    const adapted = adaptMeasurement(finalOf('Length'), {
      ...context,
      instanceOf: () => undefined,
    });
    expect(adapted).toMatchObject({ mark: { sliceThicknessMm: null } });
  });
});
