import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changed, errorsOf } from '../testing/changing.js';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const read = (name: string) =>
  readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');
const consensus = read('consensus');

const refusals: readonly (readonly [base: string, refusal: Refusal])[] = [
  [
    consensus,
    [
      'more panes than room',
      ['rows: 1, columns: 2', 'rows: 1, columns: 1'],
      '/hangingProtocols/0/stages/0/panes',
      /2 panes in 1 x 1/,
      'panes',
    ],
  ],
  [
    consensus,
    [
      'an unknown window',
      ['windowPreset: Soft tissue', 'windowPreset: Soft tisue'],
      '/hangingProtocols/1/stages/0/panes/1/windowPreset',
      /unknown window preset Soft tisue; did you mean Soft tissue\?/,
      'Soft tisue',
    ],
  ],
  [
    consensus,
    [
      'two protocols for one kind',
      ['[follow-up, unscheduled', '[baseline, unscheduled'],
      '/hangingProtocols/1/kinds/0',
      /baseline timepoints have the hanging protocol first already/,
      'kinds',
    ],
  ],
];

describe('hanging protocols', () => {
  it.each(refusals.map(([base, refusal]) => [refusal[0], base, refusal] as const))(
    'refuse %s',
    (_name, base, refusal) => {
      expectRefusal(base, refusal);
    }
  );

  it('refuses a pane that no track lets anybody see', () => {
    const text = changed(
      changed(consensus, 'comparison: baselineAndPrevious', 'comparison: previous'),
      '    comparisonAt: { EOT: all }\n',
      ''
    );
    expect(errorsOf(text)).toMatchObject([
      {
        path: '/hangingProtocols/1/stages/0/panes/2/timepoint',
        message: expect.stringMatching(/no track shows readers the baseline timepoint/),
      },
    ]);
  });
});
