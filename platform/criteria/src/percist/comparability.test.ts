import { describe, expect, it } from '@jest/globals';
import {
  fresh,
  hot,
  other,
  overalls,
  rulesOf,
  scan,
  type Scan,
  targetTrace,
  visitOf,
} from './course.testdata.js';

/** 8.0 to 5.0 (-37.5 %): a partial response wherever the scans can be compared. */
const pair = (then: Partial<Scan>, now: Partial<Scan>) => [
  scan([hot(8)], then),
  scan([hot(5)], now),
];

describe('comparable scans', () => {
  it.each([
    ['1.0 to 1.2: exactly 20 %', 1, 1.2, 'PMR'],
    ['1.0 to 1.21', 1, 1.21, 'NE'],
    ['1.0 to 0.8: exactly 20 %', 1, 0.8, 'PMR'],
    ['1.0 to 0.79', 1, 0.79, 'NE'],
    ['2.0 to 2.29', 2, 2.29, 'PMR'],
    ['2.0 to 2.3: exactly 0.3 g/mL', 2, 2.3, 'NE'],
    ['2.0 to 1.7: exactly 0.3 g/mL', 2, 1.7, 'NE'],
  ])('liver %s is %s', (_name, then, now, expected) => {
    expect(overalls(pair({ liverSulMean: then }, { liverSulMean: now }))).toEqual([expected]);
  });

  it.each([
    [60, 50, 'PMR'],
    [60, 70, 'PMR'],
    [60, 49.9, 'NE'],
    [60, 70.1, 'NE'],
    [52, 67, 'PMR'],
    [52, 67.1, 'NE'],
    [75, 65, 'NE'],
  ])('uptake times %s and %s min', (then, now, expected) => {
    expect(overalls(pair({ uptakeMinutes: then }, { uptakeMinutes: now }))).toEqual([expected]);
  });

  it('names a baseline outside the window at the baseline', () => {
    expect(rulesOf(pair({ uptakeMinutes: 75 }, {}), 0)).toContain('comparability.baselineUptake');
    expect(rulesOf(pair({}, {}), 0)).not.toContain('comparability.baselineUptake');
  });

  it('needs the scanner and the reconstruction of the baseline', () => {
    expect(overalls(pair({}, { sameScanner: false }))).toEqual(['NE']);
    expect(overalls(pair({}, { sameReconstruction: false }))).toEqual(['NE']);
  });

  it('takes the blood pool where the liver is diseased', () => {
    const diseased = { liverDiseased: true, bloodPoolSulMean: 1, liverSulMean: 1 };
    expect(overalls(pair(diseased, { liverSulMean: 3, bloodPoolSulMean: 1.2 }))).toEqual(['PMR']);
    expect(overalls(pair(diseased, { liverSulMean: 1, bloodPoolSulMean: 1.3 }))).toEqual(['NE']);
    expect(overalls(pair({ bloodPoolSulMean: 1 }, { ...diseased, bloodPoolSulMean: 1.3 }))).toEqual(
      ['NE']
    );
  });

  it('reports what is not known and rates all the same', () => {
    const bare = [{ lesions: [hot(8)] }, { lesions: [hot(5)] }];
    const { overall, findings } = visitOf(bare);
    expect(overall).toBe('PMR');
    const text = findings.find(({ rule }) => rule === 'comparability.unknown')?.text ?? '';
    for (const missing of ['liver mean SUL', 'uptake time', 'scanner', 'reconstruction'])
      expect(text).toContain(missing);
    expect(rulesOf(pair({}, {}))).not.toContain('comparability.unknown');
    expect(rulesOf(bare, 0)).toContain('baseline.backgroundMissing');
  });

  it('an activity more than 20 % apart is a finding alone', () => {
    const scans = (now: number) => pair({ injectedActivityMBq: 300 }, { injectedActivityMBq: now });
    expect(rulesOf(scans(360))).not.toContain('comparability.activity');
    expect(rulesOf(scans(361))).toContain('comparability.activity');
    expect(overalls(scans(361))).toEqual(['PMR']);
  });

  it('takes its limits from the parameters', () => {
    const apart = pair({ liverSulMean: 2 }, { liverSulMean: 2.4, uptakeMinutes: 75 });
    expect(
      overalls(apart, { 'percist.backgroundDifferenceSul': 0.5, 'percist.uptakeToMinutes': 75 })
    ).toEqual(['PMR']);
    expect(overalls(apart, { 'percist.comparability': 'finding' })).toEqual(['PMR']);
    expect(rulesOf(apart, 1, { 'percist.comparability': 'finding' })).toContain(
      'comparability.failed'
    );
  });
});

describe('a scan that is not comparable', () => {
  const apart: Partial<Scan> = { uptakeMinutes: 90 };

  it('is progression with a new lesion', () => {
    expect(overalls([scan([hot(8)]), scan([hot(8), fresh('unequivocal')], apart)])).toEqual([
      'PMD',
    ]);
  });

  it('shows its numbers without changes', () => {
    const { burden } = visitOf(pair({}, apart));
    expect(burden).toMatchObject({ value: 5, changeFromBaselinePct: null, nadir: null });
  });

  it('is NE with other lesions worse, unless the parameter says otherwise', () => {
    const scans = [scan([hot(8), other('present')]), scan([hot(8), other('progressed')], apart)];
    expect(overalls(scans)).toEqual(['NE']);
    expect(rulesOf(scans)).toContain('overall.neOthersWorse');
    expect(overalls(scans, { 'percist.neOthersWorse': 'PMD' })).toEqual(['PMD']);
  });

  it('tells how far the number that failed is from its limit', () => {
    // 0.4 against 0.3 g/mL (20 % of 2.0 would be 0.4); 90 against 70 min. Rated, 8 to 5 is PMR.
    expect(targetTrace(pair({ liverSulMean: 2 }, { liverSulMean: 2.4 })).margin).toEqual({
      value: 0.1,
      unit: 'g/mL',
      category: 'PMR',
    });
    expect(targetTrace(pair({}, { uptakeMinutes: 72 })).margin).toEqual({
      value: 2,
      unit: 'min',
      category: 'PMR',
    });
    // 90 min fails twice: no single number would change it.
    expect(targetTrace(pair({}, apart)).margin).toBeNull();
    expect(targetTrace(pair({}, { sameScanner: false })).margin).toBeNull();
  });
});
