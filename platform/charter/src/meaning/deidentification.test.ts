import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadedOf } from '../testing/changing.js';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const demo = readFileSync(new URL('../../examples/demo-onc.yaml', import.meta.url), 'utf8');
const saying = (said: string): readonly [string, string] => [
  'sites:',
  `deidentification: { ${said} }\nsites:`,
];

const refusals: readonly Refusal[] = [
  [
    'dates that visit windows need',
    saying('dates: shifted'),
    '/deidentification/dates',
    /shifted is not possible at intake: visit windows/,
    'dates: shifted',
  ],
  [
    'UIDs that would be others',
    saying('retainUids: false'),
    '/deidentification/retainUids',
    /images sent again, corrections and queries/,
    'retainUids',
  ],
  [
    'a rectangle outside of its images',
    saying(
      'masks: [{ modality: CT, columns: 512, rectangle: [500, 0, 20, 10], reason: the name }]'
    ),
    '/deidentification/masks/0/rectangle',
    /not within 512 columns/,
    'rectangle',
  ],
  [
    'a rectangle of nothing',
    saying('masks: [{ modality: CT, rectangle: [0, 0, 0, 10], reason: the name }]'),
    '/deidentification/masks/0/rectangle',
    /no pixels/,
    'rectangle',
  ],
];

describe('the de-identification of a charter', () => {
  it('is on where nothing is said of it', () => {
    const { deidentification } = loadedOf(demo).charter;
    expect(deidentification).toMatchObject({ dates: 'full', retainUids: true, masks: [] });
    expect(deidentification.off).toBeUndefined();
  });

  it('is off with a reason alone, and whoever approves the charter is told', () => {
    const [from, to] = saying('off: { reason: a third party does it }');
    const loaded = loadedOf(demo.replace(from, to));
    expect(loaded.charter.deidentification.off).toEqual({ reason: 'a third party does it' });
    expect(loaded.findings.map(({ path }) => path)).toContain('/deidentification/off');
  });

  it.each(refusals)('refuses %s', (...refusal) => {
    expectRefusal(demo, refusal);
  });
});
