import { describe, expect, it } from '@jest/globals';
import { phantomPlan } from './truth.js';
import type { LesionTruth, PointLps, TimepointTruth } from './types.js';

const truth = phantomPlan();
const timepoints = truth.subjects.flatMap(subject => subject.timepoints);
const distance = ([a, b, c]: PointLps, [d, e, f]: PointLps) => Math.hypot(a - d, b - e, c - f);
const inSum = (lesion: LesionTruth) =>
  lesion.node ? lesion.shortAxisMm : lesion.longestDiameterMm;
const targets = (timepoint: TimepointTruth) =>
  timepoint.lesions.filter(({ role }) => role === 'target');

describe('phantomPlan', () => {
  it('is the same every time and has a UID only once', () => {
    expect(phantomPlan()).toEqual(truth);
    const studies = timepoints.flatMap(timepoint => timepoint.studies);
    const series = studies.flatMap(study => study.series);
    const uids = [
      ...studies.map(study => study.studyInstanceUid),
      ...series.flatMap(one => [one.seriesInstanceUid, one.frameOfReferenceUid, ...one.sops]),
    ];
    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids) expect(uid).toMatch(/^2\.25\.(0|[1-9]\d{0,38})$/);
    expect(new Set(truth.canaries).size).toBe(truth.canaries.length);
  });

  it('has the series that readers of it need', () => {
    const studies = timepoints.flatMap(timepoint => timepoint.studies);
    const series = studies.flatMap(study => study.series);
    expect(truth.subjects.map(({ siteId }) => siteId)).toEqual(['101', '101', '102']);
    for (const one of series) expect(one.sops.length).toBeGreaterThanOrEqual(40);
    expect(new Set(series.map(one => one.sliceThicknessMm))).toEqual(new Set([5, 2.5]));
    expect(series.filter(one => one.transferSyntax === '1.2.840.10008.1.2.4.80')).toHaveLength(1);
    const split = timepoints.filter(timepoint => timepoint.studies.length === 2);
    expect(split).toHaveLength(1);
    expect(new Set(split[0]?.studies.map(study => study.date)).size).toBe(2);
  });

  it('puts each lesion on the centre of the slice that it names', () => {
    for (const timepoint of timepoints) {
      for (const lesion of timepoint.lesions) {
        const study = timepoint.studies.find(
          ({ studyInstanceUid }) => studyInstanceUid === lesion.studyInstanceUid
        );
        const series = study?.series.find(
          ({ seriesInstanceUid }) => seriesInstanceUid === lesion.seriesInstanceUid
        );
        const slice = series?.sops.indexOf(lesion.sopInstanceUid) ?? -1;
        expect(series?.positions[slice]).toBe(lesion.centerLps[2]);
      }
    }
  });

  it('gives axes of the stated lengths, perpendicular, in the plane, through the centre', () => {
    for (const lesion of timepoints.flatMap(timepoint => timepoint.lesions)) {
      expect(lesion.longestDiameterMm).toBeGreaterThanOrEqual(lesion.shortAxisMm);
      if (lesion.status === 'absent') {
        expect([lesion.longAxisLps, lesion.shortAxisLps]).toEqual([null, null]);
        expect([lesion.longestDiameterMm, lesion.shortAxisMm]).toEqual([0, 0]);
        continue;
      }
      const [a, b] = lesion.longAxisLps ?? [];
      const [c, d] = lesion.shortAxisLps ?? [];
      if (!a || !b || !c || !d) throw new Error(`${lesion.id} has no axes`);
      expect(distance(a, b)).toBeCloseTo(lesion.longestDiameterMm, 9);
      expect(distance(c, d)).toBeCloseTo(lesion.shortAxisMm, 9);
      const dot = (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]);
      expect(dot).toBeCloseTo(0, 9);
      for (const axis of [0, 1, 2] as const)
        expect((a[axis] + b[axis]) / 2).toBeCloseTo(lesion.centerLps[axis], 9);
      expect(new Set([a[2], b[2], c[2], d[2]]).size).toBe(1);
    }
  });

  it('has measurable targets at baseline and no lesion in another', () => {
    for (const subject of truth.subjects) {
      const [first] = subject.timepoints;
      if (!first) throw new Error(`${subject.subjectId} has no baseline`);
      expect(first.id).toBe('BL');
      for (const lesion of targets(first))
        expect(inSum(lesion)).toBeGreaterThanOrEqual(lesion.node ? 15 : 10);
      for (const { lesions } of subject.timepoints) {
        for (const one of lesions)
          for (const other of lesions)
            if (one.id < other.id)
              expect(distance(one.centerLps, other.centerLps)).toBeGreaterThan(
                (one.longestDiameterMm + other.longestDiameterMm) / 2
              );
      }
    }
  });
});

describe('the expected responses', () => {
  it('have sums that are the sums of the targets', () => {
    for (const timepoint of timepoints) {
      const sum = targets(timepoint).reduce((total, lesion) => total + inSum(lesion), 0);
      expect(timepoint.expected.sum).toBe(sum);
    }
  });

  it('keep well clear of the thresholds that they claim to cross', () => {
    for (const { timepoints: visits } of truth.subjects) {
      const [baseline, ...later] = visits;
      if (!baseline) throw new Error('no baseline');
      let nadir = baseline.expected.sum;
      for (const visit of later) {
        const { sum, target } = visit.expected;
        const fall = (baseline.expected.sum - sum) / baseline.expected.sum;
        const rise = (sum - nadir) / nadir;
        const grown = rise >= 0.2 && sum - nadir >= 5;
        if (target === 'PD') expect(grown).toBe(true);
        else expect(rise).toBeLessThan(0.15);
        if (target === 'PR') expect(fall).toBeGreaterThan(0.32);
        if (target === 'SD') expect(fall).toBeLessThan(0.25);
        if (target === 'CR')
          for (const lesion of targets(visit))
            expect(inSum(lesion)).toBeLessThan(lesion.node ? 10 : 0.1);
        nadir = Math.min(nadir, sum);
      }
    }
  });

  it('say new lesion exactly where one is drawn', () => {
    for (const { lesions, expected } of timepoints)
      expect(expected.newLesions).toBe(lesions.some(({ role }) => role === 'new'));
  });

  it('run through the courses of the three subjects', () => {
    const overall = truth.subjects.map(({ timepoints: visits }) =>
      visits.map(visit => `${visit.id} ${visit.expected.overall ?? '-'}`)
    );
    expect(overall).toEqual([
      ['BL -', 'TP1 PR', 'TP2 PR', 'TP3 PD'],
      ['BL -', 'TP1 SD', 'TP2 PD'],
      ['BL -', 'TP1 PR', 'TP2 CR'],
    ]);
  });
});
