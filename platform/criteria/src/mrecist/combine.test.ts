import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';

const criterion = 'mrecist';
const NN = 'NON-CR/NON-PD';

/** mRECIST overall response without new lesions; IR/SD is the middle column, NA: none at baseline. */
const printed = `
T   CR  IR/SD PD  NE  NA
CR  CR  PR    PD  PR  CR
PR  PR  PR    PD  PR  PR
SD  SD  SD    PD  SD  SD
PD  PD  PD    PD  PD  PD
NE  NE  NE    PD  NE  NE
NA  CR  NN    PD  NE  NED`;
const lines = printed
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/));
const none = (code: string | undefined) => (code === 'NA' ? null : (code ?? null));
const cells = lines.slice(1).flatMap(([target, ...values]) =>
  values.map((overall, index) => ({
    target: none(target),
    nonTarget: none(lines[0]?.[index + 1]),
    overall: overall === 'NN' ? NN : overall,
  }))
);

describe('combination table of mRECIST', () => {
  it('has thirty cells', () => expect(cells).toHaveLength(30));
  it.each(cells)('$target + $nonTarget: $overall, PD with a new lesion', cell => {
    const { target, nonTarget, overall } = cell;
    expect(combine({ criterion, components: { target, nonTarget } })).toEqual({ overall });
    const coded = nonTarget === 'IR/SD' ? NN : nonTarget;
    expect(combine({ criterion, components: { target, nonTarget: coded } })).toEqual({ overall });
    expect(combine({ criterion, components: { target, nonTarget, newLesions: true } })).toEqual({
      overall: 'PD',
    });
  });
  it('refuses a code it does not know', () => {
    expect(() => combine({ criterion, components: { nonTarget: 'SD' } })).toThrow(
      /"SD" is not a response of mrecist/
    );
  });
});
