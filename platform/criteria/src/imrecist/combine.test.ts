import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';

const criterion = 'imrecist';
const NN = 'NON-CR/NON-PD';

/** Section 4, OR grid, without and with a new lesion; NA: none at baseline. */
const printed = `
T   CR  NN  PD  NE  NA  | CR  NN  PD  NE  NA
CR  CR  PR  PR  PR  CR  | PR  PR  PR  PR  PR
PR  PR  PR  PR  PR  PR  | PR  PR  PR  PR  PR
SD  SD  SD  SD  SD  SD  | SD  SD  SD  SD  SD
PD  PD  PD  PD  PD  PD  | PD  PD  PD  PD  PD
NE  NE  NE  NE  NE  NE  | NE  NE  NE  NE  NE
NA  CR  NN  NN  NE  NED | NN  NN  NN  NE  NN`;
const full = (code: string | undefined) =>
  code === 'NN' ? NN : code === 'NA' ? null : (code ?? null);
const lines = printed
  .trim()
  .split('\n')
  .map(line => line.replace('|', '').split(/\s+/));
const columns = lines[0]?.slice(1) ?? [];
const cells = lines.slice(1).flatMap(([target, ...values]) =>
  values.map((overall, index) => ({
    target: full(target),
    nonTarget: full(columns[index]),
    newLesions: index >= 5,
    overall: full(overall),
  }))
);

describe('combination table of imRECIST', () => {
  it('has sixty cells', () => expect(cells).toHaveLength(60));
  it.each(cells)(
    '$target + $nonTarget, new lesions $newLesions: $overall',
    ({ overall, ...components }) => {
      expect(combine({ criterion, components })).toEqual({ overall });
    }
  );
  it.each([
    ['NO', 'CR'],
    ['EQUIVOCAL', 'CR'],
    ['YES', 'PR'],
    ['NE', 'PR'],
  ])('takes new lesions by their state: %s', (newLesions, overall) => {
    expect(combine({ criterion, components: { target: 'CR', newLesions } })).toEqual({ overall });
  });
  it('takes the short code of a non-target that is neither gone nor progressed', () => {
    expect(combine({ criterion, components: { target: 'CR', nonTarget: 'NN' } })).toEqual({
      overall: 'PR',
    });
  });
  it.each(['target', 'nonTarget', 'newLesions'])('says where a code is not known: %s', name => {
    expect(() => combine({ criterion, components: { [name]: 'XX' } })).toThrow(
      expect.objectContaining({
        path: `/components/${name}`,
        message: expect.stringContaining('"XX" is not a response of imrecist here'),
      })
    );
  });
  it('refuses a code it does not know', () => {
    expect(() => combine({ criterion, components: { target: 'ICR' } })).toThrow(
      /"ICR" is not a response of imrecist/
    );
    expect(() => assess({ criterion, parameters: { prCarry: 'faq' }, timepoints: [] })).toThrow(
      /imrecist has no parameter "prCarry"/
    );
  });
});
