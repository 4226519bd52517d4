import { readFileSync } from 'node:fs';
import { describe, it } from '@jest/globals';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const read = (name: string) =>
  readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');
const averaged = read('two-averaged');
const consensus = read('consensus');

const refusals: readonly (readonly [base: string, refusal: Refusal])[] = [
  [
    consensus,
    [
      'a pane of an unknown role',
      ['panes: [{ role: PT-AC }', 'panes: [{ role: PT-NAC }'],
      '/hangingProtocols/0/stages/0/panes/0/role',
      /unknown role PT-NAC; did you mean PT-AC\?/,
      'PT-NAC',
    ],
  ],
  [
    consensus,
    [
      'a protocol for an unknown role',
      ['CT-PV-AX: { max', 'CT-PV-A: { max'],
      '/imagingProtocol/roles/CT-PV-A',
      /unknown role CT-PV-A; did you mean CT-PV-AX\?/,
      'CT-PV-A:',
    ],
  ],
  [
    averaged,
    [
      'limits that nothing fits',
      ['from: 1.5, to: 3', 'from: 3, to: 1.5'],
      '/imagingProtocol/roles/MR-T1-COR/attributes/0/from',
      /from \(3\) is above to \(1.5\)/,
      'from: 3',
    ],
  ],
  [
    averaged,
    [
      'limits that ask nothing',
      [', from: 1.5, to: 3', ''],
      '/imagingProtocol/roles/MR-T1-COR/attributes/0',
      /nothing is asked of MagneticFieldStrength/,
      'MagneticFieldStrength',
    ],
  ],
  [
    averaged,
    [
      'a pattern of subjects that is none',
      ["'301-\\d{3}'", "'301-(\\d{3}'"],
      '/subjects/identifierPattern',
      /expected a regular expression/,
      'identifierPattern',
    ],
  ],
];

describe('series roles and their limits', () => {
  it.each(refusals.map(([base, refusal]) => [refusal[0], base, refusal] as const))(
    'refuse %s',
    (_name, base, refusal) => {
      expectRefusal(base, refusal);
    }
  );
});
