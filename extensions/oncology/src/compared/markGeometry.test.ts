import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readKeys } from './comparedReads.js';
import { labelHeightPx, markShape, placeLabels, type CanvasPoint } from './markGeometry.js';

const pane = { width: 700, height: 900 };
const ends: CanvasPoint[] = [
  [100, 200],
  [140, 200],
];

describe('the shape of a mark', () => {
  it('is a line for each pair of points', () => {
    const points: CanvasPoint[] = [
      [0, 0],
      [10, 0],
      [5, -3],
      [5, 3],
    ];
    expect(markShape(points).lines).toEqual([
      [
        [0, 0],
        [10, 0],
      ],
      [
        [5, -3],
        [5, 3],
      ],
    ]);
    expect(markShape(points.slice(0, 2)).ends).toHaveLength(2);
  });
});

describe('the labels of marks', () => {
  it('stand above for A and below for B', () => {
    const [a, b] = placeLabels(
      [
        { side: 'a', ends, width: 80 },
        { side: 'b', ends, width: 80 },
      ],
      pane
    );
    expect((a?.y ?? NaN) + labelHeightPx).toBeLessThan(200);
    expect(b?.y).toBeGreaterThan(200);
  });

  it('never lie on each other where two marks of one read are at one place', () => {
    const [first, second] = placeLabels(
      [
        { side: 'b', ends, width: 80 },
        { side: 'b', ends, width: 80 },
      ],
      pane
    );
    expect((second?.y ?? NaN) - (first?.y ?? NaN)).toBeGreaterThanOrEqual(labelHeightPx);
  });

  it('stay within the pane wherever the marks are', () => {
    const coordinate = fc.integer({ min: -500, max: 2000 });
    const request = fc.record({
      side: fc.constantFrom(...readKeys),
      ends: fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 4 }),
      width: fc.integer({ min: 10, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 6 }), requests => {
        for (const [index, { x, y }] of placeLabels(requests, pane).entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + (requests[index]?.width ?? 0)).toBeLessThanOrEqual(pane.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + labelHeightPx).toBeLessThanOrEqual(pane.height);
        }
      })
    );
  });
});
