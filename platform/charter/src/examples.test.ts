import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { CharterSchema, hashCharter } from './index.js';
import { changed, loadedOf } from './testing/changing.js';

const example = (name: string) =>
  readFileSync(new URL(`../examples/${name}.yaml`, import.meta.url), 'utf8');

describe('the example charters', () => {
  it.each([
    ['demo-onc', 'oncology', 'oneReader', []],
    ['recist-two-readers-adjudication', 'oncology', 'twoWithAdjudication', []],
    ['recist-third-read', 'oncology', 'twoWithAdjudication', []],
    ['recist-by-timepoint', 'oncology', 'twoWithAdjudication', []],
    ['recist-by-period', 'oncology', 'twoWithAdjudication', []],
    ['recist-consensus', 'oncology', 'consensus', []],
    ['recist-and-irecist', 'oncology', 'twoWithAdjudication', []],
    ['clinical-facts', 'oncology', 'oneReader', []],
    ['recist-all-visits', 'oncology', 'twoWithAdjudication', []],
    ['consensus', 'oncology', 'consensus', []],
    ['two-averaged', 'msk', 'twoAveraged', []],
    ['one-reader-eligibility', 'oncology', 'oneReader', []],
    ['read-together', 'oncology', 'twoWithAdjudication', []],
    ['global-read', 'oncology', 'twoWithAdjudication', []],
    ['released-in-batches', 'oncology', 'oneReader', []],
    ['released-at-data-cut', 'oncology', 'twoWithAdjudication', []],
    ['recist-day-offsets', 'oncology', 'oneReader', ['/blinding/manufacturer']],
    ['recist-without-dates', 'oncology', 'twoWithAdjudication', []],
  ])('%s loads', (name, area, paradigm, findings) => {
    const loaded = loadedOf(example(name));
    expect(Value.Check(CharterSchema, loaded.charter)).toBe(true);
    expect(loaded.charter.area).toBe(area);
    expect(loaded.charter.tracks[0]?.paradigm).toBe(paradigm);
    expect(loaded.findings.map(({ path }) => path)).toEqual(findings);
    expect(loaded.hash).toBe(hashCharter(loaded.charter));
  });

  it('has a RECIST trial of two readers and an adjudicator under 40 lines', () => {
    const text = example('recist-two-readers-adjudication');
    expect(text.trimEnd().split('\n').length).toBeLessThan(40);
    const { charter } = loadedOf(text);
    expect(charter.tracks).toMatchObject([
      {
        kind: 'efficacy',
        slots: ['R1', 'R2', 'ADJ'],
        order: 'sequential',
        adjudication: {
          scope: 'subject',
          triggers: [
            { variable: 'bor', of: 'recist-1.1' },
            { variable: 'pdStatus', of: 'recist-1.1' },
            { variable: 'pdDate', of: 'recist-1.1' },
            { variable: 'respDate', of: 'recist-1.1' },
          ],
          dateToleranceDays: 0,
          mode: 'selectRead',
          concordantSource: 'reader1',
          laterTimepoints: 'keepChosenReader',
          counterfactual: true,
        },
      },
    ]);
    expect(charter.criteria.map(({ id, primary }) => [id, primary])).toEqual([
      ['recist-1.1', true],
      ['irecist', false],
    ]);
  });

  it('takes the endpoints’ options from the criterion, then from the options’ own defaults', () => {
    const { charter } = loadedOf(example('recist-two-readers-adjudication'));
    expect(charter.endpoints).toMatchObject({
      criterion: 'recist-1.1',
      vocabulary: 'recist',
      confirmation: 'responses',
      confirmationDays: 28,
      intervalDays: 56,
      windowDays: 7,
      cbDays: 168,
    });
  });

  it('generates hanging protocols from the series roles', () => {
    const { charter } = loadedOf(example('recist-two-readers-adjudication'));
    const stages = charter.hangingProtocols.map(({ kinds, stages: all }) => [
      kinds,
      all.map(({ name, rows, columns, panes }) => [
        name,
        `${rows} x ${columns}`,
        ...panes.map(({ role, timepoint }) => `${role} ${timepoint}`),
      ]),
    ]);
    expect(stages).toEqual([
      [
        ['screening', 'baseline', 'historical'],
        [
          ['CT-PV-AX', '1 x 1', 'CT-PV-AX current'],
          ['MR-T1-POST', '1 x 1', 'MR-T1-POST current'],
        ],
      ],
      [
        ['follow-up', 'unscheduled', 'end-of-treatment'],
        [
          ['CT-PV-AX', '1 x 2', 'CT-PV-AX current', 'CT-PV-AX nadir'],
          ['MR-T1-POST', '1 x 2', 'MR-T1-POST current', 'MR-T1-POST nadir'],
        ],
      ],
    ]);
  });

  it('has an instrument in place of a criterion, and its area’s regions and windows', () => {
    const { charter } = loadedOf(example('two-averaged'));
    expect(charter.criteria).toEqual([]);
    expect(charter.instruments).toEqual([
      { id: 'ramris', parameters: { increment: 0.5 }, primary: true },
    ]);
    expect(charter.endpoints).toEqual({});
    expect(charter.imagingProtocol.regions).toEqual(['extremities']);
    expect(charter.imagingProtocol.maxSliceThicknessMm).toBeUndefined();
    expect(charter.windowPresets.map(({ name }) => name)).toEqual(['Bone', 'Soft tissue']);
    expect(charter.hangingProtocols[1]?.stages[0]?.panes.map(({ timepoint }) => timepoint)).toEqual(
      ['current', 'other']
    );
  });

  it('keeps what tells of the outcome from readers, unless a charter names more', () => {
    const { charter } = loadedOf(example('one-reader-eligibility'));
    const hidden = { roles: ['dataManager', 'unblindedSupport'], when: 'neverToReaders' };
    expect(charter.clinicalFacts).toEqual({
      randomisation: hidden,
      firstDose: hidden,
      death: hidden,
      newAnticancerTherapy: hidden,
      histology: { roles: ['reader', 'dataManager'], when: 'always' },
      priorRadiation: { roles: ['reader', 'dataManager'], when: 'afterImagingLocked' },
    });
    expect(charter.tracks).toMatchObject([
      { kind: 'eligibility', mayReadEfficacy: false, recipients: ['site'] },
    ]);
    expect(charter.timepoints).toMatchObject([
      { kind: 'historical', roles: [] },
      { kind: 'baseline', day: 0, roles: ['CT-PV-AX'] },
    ]);
    expect(charter.forms).toMatchObject([
      { title: 'transmittal', filledBy: 'siteCoordinator' },
      { title: 'eligibility', filledBy: 'reader' },
    ]);
  });

  it.each([
    [
      'oncology',
      ['neck', 'chest', 'abdomen', 'pelvis'],
      5,
      ['Soft tissue', 'Lung', 'Liver', 'Bone'],
    ],
    ['msk', ['extremities'], undefined, ['Bone', 'Soft tissue']],
    ['gi', ['abdomen'], undefined, []],
    ['cardio', ['chest'], undefined, ['Soft tissue', 'Calcium']],
    ['neuro', ['head'], undefined, ['Brain', 'Stroke']],
  ])('loads in the area %s with its defaults', (area, regions, thickness, windows) => {
    const text = changed(
      changed(example('two-averaged'), 'area: msk', `area: ${area}`),
      '  regions: [extremities]\n',
      ''
    );
    const { charter } = loadedOf(text);
    expect(charter.imagingProtocol.regions).toEqual(regions);
    expect(charter.imagingProtocol.maxSliceThicknessMm).toBe(thickness);
    expect(charter.windowPresets.map(({ name }) => name)).toEqual(windows);
  });
});
