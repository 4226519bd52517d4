import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hashCharter, upgradeCharter } from './index.js';
import { changed, loadedOf } from './testing/changing.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const stored = () => JSON.parse(read('./testing/demo-onc-version-1.json')) as Stored;
const demo = read('../examples/demo-onc.yaml');
/** The demonstration as it was written when version 1 was stored. */
const before = changed(demo, 'imagingProtocol: { qc: automatic }\n', '');

interface Stored extends Record<string, unknown> {
  criterion: { id: string; parameters: Record<string, unknown> };
  tracks: Record<string, unknown>[];
}

describe('a charter stored under version 1', () => {
  it('becomes what the same file means today', () => {
    expect(upgradeCharter(stored())).toEqual(loadedOf(before).charter);
  });

  it('loads as a file too', () => {
    expect(loadedOf(JSON.stringify(stored())).charter).toEqual(upgradeCharter(stored()));
  });

  it('keeps the parameters it was stored with, whatever the criterion’s defaults are now', () => {
    const old = stored();
    old.criterion.parameters['confirmationDays'] = 21;
    delete old.criterion.parameters['maxTargets'];
    const [criterion] = upgradeCharter(old).criteria;
    expect(criterion?.parameters).toEqual(old.criterion.parameters);
    expect(upgradeCharter(old).endpoints.confirmationDays).toBe(21);
  });

  it('has one efficacy track, whatever its id', () => {
    const old = stored();
    old.tracks = old.tracks.map(track => ({ ...track, id: 'safety' }));
    expect(upgradeCharter(old).tracks).toMatchObject([{ id: 'safety', kind: 'efficacy' }]);
  });

  it('is left as it was', () => {
    const old = stored();
    upgradeCharter(old);
    expect(old).toEqual(stored());
  });
});

describe('upgradeCharter', () => {
  it('gives a charter of the current form back', () => {
    const { charter, hash } = loadedOf(demo);
    expect(upgradeCharter(charter)).toBe(charter);
    expect(hashCharter(upgradeCharter(JSON.parse(JSON.stringify(charter))))).toBe(hash);
  });

  it('gives a track from before it said when courses close what it was read under', () => {
    const { charter } = loadedOf(demo);
    const older = {
      ...charter,
      tracks: charter.tracks.map(({ closing: _, ...track }) => track),
    };
    expect(upgradeCharter(older)).toEqual(charter);
    expect(charter.tracks[0]?.closing).toBe('endOfSchedule');
  });

  it('gives a key that came later its default', () => {
    const { charter } = loadedOf(before);
    const { qc, ...older } = charter.imagingProtocol;
    expect(qc).toBe('person');
    expect(upgradeCharter({ ...charter, imagingProtocol: older })).toEqual(charter);
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing', null, /at \/: expected a mapping/],
    ['a later version', { ...stored(), schemaVersion: 3 }, /schema version 3: expected 1 or 2/],
    ['a part that is missing', { ...stored(), sites: undefined }, /\/sites: missing key sites/],
    [
      'an unknown criterion',
      { ...stored(), criterion: { id: 'recist-9', parameters: {} } },
      /no endpoints: no criterion "recist-9"/,
    ],
  ])('refuses %s', (_name, resolved, message) => {
    expect(() => upgradeCharter(resolved)).toThrow(message);
  });
});

describe('a file that says its version', () => {
  it.each([1, 2])('%d means what the file means without it', version => {
    const said = changed(demo, 'area: oncology', `schemaVersion: ${version}\narea: oncology`);
    expect(loadedOf(said).hash).toBe(loadedOf(demo).hash);
  });
});
