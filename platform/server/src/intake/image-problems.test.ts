import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateOddSeries, withoutPerson, type OddKind } from '@corelab/phantoms';
import type { ReadStudy } from '../http/server-deps.js';
import { archiveServer, demoCharter, type ArchiveServer } from '../testing/archive-server.js';
import type { LoggedIn } from '../testing/test-server.js';

const kinds: readonly OddKind[] = [
  'missing-slice',
  'uneven-spacing',
  'two-orientations',
  'no-pixel-data',
  'unsupported-modality',
];

describe('images with something wrong, from the archive to the opened read', () => {
  let archive: ArchiveServer;
  let reader: LoggedIn;
  /** The current study of each opened read. */
  let studies: ReadStudy[];

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (const kind of kinds) {
      const overrides = { ...withoutPerson, '00120040': { vr: 'LO', Value: [kind] } };
      const odd = await generateOddSeries({ kind, slices: 6, overrides });
      files.push(...odd.instances.map(({ bytes }) => bytes));
    }
    archive = await archiveServer(files);
    // Also a timepoint without a series in its role counts as complete here.
    reader = await archive.takeIn(
      demoCharter.replace('kind: baseline', 'kind: baseline, roles: []')
    );
    const list = await reader.call('GET', '/api/reads');
    const { reads } = list.json<{ reads: { readId: string }[] }>();
    studies = [];
    for (const { readId } of reads) {
      const opened = await reader.call('GET', `/api/reads/${readId}`);
      studies.push(...opened.json<{ studies: ReadStudy[] }>().studies);
    }
  }, 120_000);

  afterAll(() => archive.close());

  it('releases every one of them', async () => {
    expect(await archive.server.releases.waiting()).toBe(0);
    expect(studies).toHaveLength(kinds.length);
  });

  it.each([
    { code: 'missingSlices', missing: [4], of: 6 },
    { code: 'unevenSpacing', places: 1, after: 3, gapMm: 7, usualMm: 5 },
    { code: 'mixedOrientation', orientations: 2 },
    { code: 'noPixelData', images: 1, of: 6 },
  ])('says $code with its numbers beside the series', problem => {
    const problems = studies.flatMap(({ series }) => series.map(one => one.problems));
    expect(problems).toContainEqual([problem]);
  });

  it('shows no series of another modality, and says which and why', () => {
    const without = studies.filter(({ series }) => series.length === 0);
    expect(without).toEqual([
      expect.objectContaining({
        current: true,
        notShown: [
          {
            role: null,
            modality: 'OT',
            problem: { code: 'unsupportedModality', modality: 'OT' },
          },
        ],
      }),
    ]);
  });

  it('serves the read that has nothing to show as an empty study', async () => {
    const list = await reader.call('GET', '/api/reads');
    const answers = await Promise.all(
      list
        .json<{ reads: { readId: string }[] }>()
        .reads.map(({ readId }) => reader.call('GET', `/reads/${readId}/dicomweb/studies`))
    );
    const counts = answers.map(
      answer => answer.json<{ '00201208': { Value: number[] } }[]>()[0]?.['00201208'].Value[0]
    );
    expect([...counts].sort()).toEqual([0, 5, 5, 6, 6]);
  });
});
