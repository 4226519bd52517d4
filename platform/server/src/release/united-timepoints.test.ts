import { describe, expect, it } from '@jest/globals';
import type { Manifest, ManifestSeries, ManifestTimepoint } from './manifest.js';
import { unitedTimepoints } from './united-timepoints.js';

const series = (uid: string, role: string, sops: readonly string[]): ManifestSeries => ({
  ...{ studyUid: '1.1', seriesUid: uid, modality: 'CT', role, number: 7, problems: [] },
  instances: sops.map(sopUid => ({ sopUid, sha256: null, transferSyntax: '1.2', frames: ['f'] })),
});
const timepoint = (code: string, more: Partial<ManifestTimepoint> = {}): ManifestTimepoint => ({
  ...{ timepointId: `id-${code}`, code, label: code, date: '2026-01-05', current: true },
  series: [],
  ...more,
});
const manifest = (...timepoints: ManifestTimepoint[]): Manifest => ({
  schemaVersion: 1,
  timepoints,
});

const first = manifest(
  timepoint('TP1', { date: '2026-03-02', series: [series('1.9', 'CT-PV-AX', ['a', 'b'])] }),
  timepoint('BL', { current: false, series: [series('1.5', 'CT-PV-AX', ['c'])] })
);
const second = manifest(
  timepoint('TP1', {
    date: '2026-03-02',
    series: [series('1.9', 'CT-PV-AX', ['b', 'd']), series('1.8', 'MR-T1-POST', ['e'])],
  })
);
const shown = (manifests: readonly Manifest[]) =>
  unitedTimepoints(manifests).map(({ code, current, series: all }) => ({
    ...{ code, current },
    series: all.map(({ seriesUid, number, instances }) => [
      ...[seriesUid, number],
      instances.map(({ sopUid }) => sopUid).sort(),
    ]),
  }));

describe('what an adjudication shows', () => {
  it('is every image that either reader was shown, each timepoint once, by date, none of them the current one', () => {
    expect(shown([first, second])).toEqual([
      { code: 'BL', current: false, series: [['1.5', 1, ['c']]] },
      {
        ...{ code: 'TP1', current: false },
        series: [
          ['1.9', 1, ['a', 'b', 'd']],
          ['1.8', 2, ['e']],
        ],
      },
    ]);
  });

  it('is the same whoever read first', () => {
    expect(shown([second, first])).toEqual(shown([first, second]));
  });

  it('says of a series that it is not shown where no read showed it', () => {
    const problem = { code: 'unevenSpacing' } as unknown as NonNullable<
      ManifestTimepoint['notShown']
    >[number]['problem'];
    const withGap = manifest(
      timepoint('TP1', {
        notShown: [
          { role: 'CT-PV-AX', modality: 'CT', problem },
          { role: 'CT-ART', modality: 'CT', problem },
        ],
      })
    );
    const [united] = unitedTimepoints([withGap, manifest(...second.timepoints), withGap]);
    expect(united?.notShown?.map(({ role }) => role)).toEqual(['CT-ART']);
  });
});
