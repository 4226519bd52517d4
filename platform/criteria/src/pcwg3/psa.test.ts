import { describe, expect, it } from '@jest/globals';
import { day, baseline, run, scan } from './course.testdata.js';

describe('PSA', () => {
  const psa = (values: (readonly [number, number | null])[]) =>
    run(
      values.map(([days, psaNgMl], index) =>
        index === 0
          ? baseline({ psaNgMl })
          : { ...scan(0, 0), id: `d${days}`, date: day(days), psaNgMl }
      )
    )
      .timepoints.slice(1)
      .map(one => one.components?.psa);

  it.each([
    [
      'half and a tenth',
      [
        [0, 20],
        [21, 10],
        [42, 2],
        [63, 10.01],
      ],
      ['PSA50', 'PSA90', 'PDu'],
    ],
    [
      '+25 % and +2 over the lowest, confirmed',
      [
        [0, 20],
        [21, 8],
        [42, 10],
        [63, 10],
      ],
      ['PSA50', 'PDu', 'PD'],
    ],
    [
      '+1.9 is not enough',
      [
        [0, 20],
        [21, 4],
        [42, 5.9],
      ],
      ['PSA50', 'PSA50'],
    ],
    [
      '+24.9 % is not enough',
      [
        [0, 20],
        [21, 16],
        [42, 19.9],
      ],
      ['NON-PD', 'NON-PD'],
    ],
    [
      '20 days do not confirm',
      [
        [0, 20],
        [21, 16],
        [42, 20],
        [62, 21],
      ],
      ['NON-PD', 'PDu', 'PDu'],
    ],
    [
      '21 days do',
      [
        [0, 20],
        [21, 16],
        [42, 20],
        [63, 21],
      ],
      ['NON-PD', 'PDu', 'PD'],
    ],
    [
      'a fall in between starts again',
      [
        [0, 20],
        [21, 16],
        [42, 20],
        [63, 17],
        [84, 20],
      ],
      ['NON-PD', 'PDu', 'NON-PD', 'PDu'],
    ],
    [
      'without decline only after 84 days',
      [
        [0, 20],
        [84, 30],
        [85, 30],
        [106, 30],
      ],
      ['NON-PD', 'PDu', 'PD'],
    ],
    [
      'no value',
      [
        [0, 20],
        [21, null],
      ],
      ['NE'],
    ],
    [
      'no baseline',
      [
        [0, null],
        [21, 5],
      ],
      ['NE'],
    ],
  ] as [string, [number, number | null][], string[]][])('%s', (_name, values, expected) => {
    expect(psa(values)).toEqual(expected);
  });

  it('says that an early rise without a decline does not count yet', () => {
    const visits = [baseline({ psaNgMl: 10 }), { ...scan(12, 0), psaNgMl: 15 }];
    const said = run(visits).timepoints[1]?.trace.find(({ rule }) => rule === 'psa.nonPd');
    expect(said?.text).toBe(
      'PSA 15 ng/mL: at least 25 % and 2 ng/mL over the baseline, but without any decline that counts only more than 84 days after the start.'
    );
  });
});
