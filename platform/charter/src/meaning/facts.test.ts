import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changed, errorsOf, loadedOf } from '../testing/changing.js';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const read = (name: string) =>
  readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');
const demo = read('demo-onc');
const eligibility = read('one-reader-eligibility');

const refusals: readonly (readonly [base: string, refusal: Refusal])[] = [
  [
    eligibility,
    [
      'a reader who would learn of the outcome',
      ['clinicalFacts:', 'clinicalFacts:\n  death: { roles: [dataManager, reader], when: always }'],
      '/clinicalFacts/death/roles/1',
      /death would unblind a reader.*remove reader/,
      'death',
    ],
  ],
  [
    eligibility,
    [
      'a reader who never sees what the reader sees',
      ['when: afterImagingLocked', 'when: neverToReaders'],
      '/clinicalFacts/priorRadiation/roles/0',
      /reader is among the roles of priorRadiation, which readers never see/,
      'priorRadiation',
    ],
  ],
  [
    eligibility,
    [
      'sex that the blinding hides',
      ['histology:', 'sex: { roles: [reader], when: always }\n  histology:'],
      '/clinicalFacts/sex/roles/0',
      /blinding hides sex and age/,
      'sex',
    ],
  ],
  [
    eligibility,
    [
      'a fact that nobody could bring in',
      ['histology: { roles: [reader, dataManager]', 'histology: { roles: [reader]'],
      '/clinicalFacts/histology/roles',
      /nobody could bring histology in.*add dataManager or unblindedSupport/,
      '[reader]',
    ],
  ],
  [
    eligibility,
    [
      'a treatment arm',
      [
        'histology:',
        'treatmentArm: { roles: [unblindedSupport], when: neverToReaders }\n  histology:',
      ],
      '/clinicalFacts/treatmentArm',
      /no key treatmentArm: the treatment arm has no place in a charter/,
      'treatmentArm',
    ],
  ],
  [
    eligibility,
    [
      'a treatment arm in a form',
      ['id: scanDate', 'id: ARMCD'],
      '/forms/0/fields/0/id',
      /no field ARMCD: the treatment arm has no place/,
      'ARMCD',
    ],
  ],
  [
    eligibility,
    [
      'a choice of nothing',
      [', choices: [oral, intravenous, none]', ''],
      '/forms/0/fields/1',
      /contrast is a choice without choices/,
      'contrast',
    ],
  ],
  [
    eligibility,
    [
      'choices of a date',
      ['type: date', 'type: date, choices: [a, b]'],
      '/forms/0/fields/0/choices',
      /scanDate is of type date and has no choices/,
      'scanDate',
    ],
  ],
  [
    eligibility,
    [
      'a unit of a date',
      ['type: date', 'type: date, unit: mg'],
      '/forms/0/fields/0/unit',
      /scanDate is of type date and has no unit/,
      'scanDate',
    ],
  ],
  [
    eligibility,
    [
      'a transmittal that readers would fill in',
      ['purpose: siteTransmittal', 'purpose: siteTransmittal\n    filledBy: reader'],
      '/forms/0/filledBy',
      /readers never see what sites write/,
      'filledBy',
    ],
  ],
  [
    eligibility,
    [
      'eligibility that nobody reads',
      ['id: eligibility\n    slots', 'id: safety\n    slots'],
      '/forms/1/purpose',
      /an eligibility form needs a track of kind eligibility/,
      'purpose: eligibility',
    ],
  ],
];

describe('clinical facts and forms', () => {
  it.each(refusals.map(([base, refusal]) => [refusal[0], base, refusal] as const))(
    'refuse %s',
    (_name, base, refusal) => {
      expectRefusal(base, refusal);
    }
  );

  it('takes an arm of the body for what it is', () => {
    const text = changed(
      eligibility,
      'id: contrast, label: Contrast',
      'id: injectedArm, label: Arm'
    );
    expect(loadedOf(text).charter.forms[0]?.fields[1]?.id).toBe('injectedArm');
  });

  it.each([
    ['arm', changed(demo, 'area: oncology', 'area: oncology\narm: A'), '/arm'],
    ['ARMCD', changed(demo, "phase: '2'", "phase: '2'\n  ARMCD: A"), '/trial/ARMCD'],
  ])('has no key %s anywhere', (_name, text, path) => {
    expect(errorsOf(text)).toMatchObject([
      { path, message: expect.stringMatching(/the treatment arm has no place/) },
    ]);
  });
});
