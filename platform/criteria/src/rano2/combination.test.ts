import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';

const criterion = 'rano-2.0';

/** Section 9: enhancing disease in rows, non-enhancing in columns. */
const printed = `
CE  CR PR MR SD PD NE
CR  CR PR MR SD PD NE
PR  PR PR MR PR PD NE
MR  MR MR MR MR PD NE
SD  SD PR MR SD PD NE
PD  PD PD PD PD PD PD
NE  NE NE NE NE PD NE`;
const rows = printed
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/));
const cells = rows
  .slice(1)
  .flatMap(([ce, ...values]) =>
    values.map((overall, index) => ({ ce, nonce: rows[0]?.[index + 1], overall }))
  );

describe('mixed tumours', () => {
  it.each(cells)('CE $ce + NONCE $nonce: $overall', ({ ce, nonce, overall }) => {
    expect(combine({ criterion, components: { ce, nonce } })).toEqual({ overall });
    expect(combine({ criterion, components: { ce, nonce, newLesions: true } }).overall).toBe('PD');
  });
  it.each([
    [{ ce: null, nonce: 'MR' }, 'MR'],
    [{ ce: 'NA', nonce: 'PD' }, 'PD'],
    [{ ce: 'PR', nonce: null }, 'PR'],
    [{ ce: 'PR', nonce: 'NA' }, 'PR'],
  ])('one kind alone counts where the other is absent: %j', (components, overall) => {
    expect(combine({ criterion, components })).toEqual({ overall });
  });
  it.each([
    [{ newLesions: false }, 'NED'],
    [{ newLesions: true }, 'PD'],
  ])('without disease of either kind, %j: %s', (more, overall) => {
    for (const none of [{ ce: 'NA', nonce: 'NA' }, { ce: 'NA', nonce: null }, { ce: null }])
      expect(combine({ criterion, components: { ...none, ...more } })).toEqual({ overall });
  });
  it.each([
    [{ ce: 'OK', nonce: 'PR' }, '/components/ce'],
    [{ ce: 'PR', nonce: 'NED' }, '/components/nonce'],
  ])('refuses %j', (components, path) => {
    expect(() => combine({ criterion, components })).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN', path })
    );
  });
});

/** Section 8 with MR: the response by steroids NONE, LOWER, SAME, HIGHER. */
const bySteroids = `
CR  CR PR PR NE
PR  PR PR PR NE
MR  MR MR MR NE
SD  SD SD SD NE
PD  PD PD PD PD
NE  NE NE NE NE
NA  NED NED NED NED`;
const steroidCells = bySteroids
  .trim()
  .split('\n')
  .flatMap(line => {
    const [size, ...values] = line.split(/\s+/);
    return values.map((overall, index) => ({
      target: size === 'NA' ? null : size,
      steroids: ['NONE', 'LOWER', 'SAME', 'HIGHER'][index],
      overall,
    }));
  });

describe('one kind of disease', () => {
  it.each(steroidCells)('$target, steroids $steroids: $overall', ({ overall, ...components }) => {
    expect(combine({ criterion, components })).toEqual({ overall });
    for (const bad of [{ newLesions: true }, { clinicalStatus: 'WORSE' }, { nonTarget: 'PD' }])
      expect(combine({ criterion, components: { ...components, ...bad } }).overall).toBe('PD');
  });
  it.each([
    ['CR', 'NN', 'PR'],
    ['CR', 'NE', 'PR'],
    ['MR', 'NN', 'MR'],
    [null, 'NN', 'SD'],
    [null, 'CR', 'SD'],
    [null, 'NE', 'NE'],
  ])('%s with non-targets %s: %s', (target, nonTarget, overall) => {
    expect(combine({ criterion, components: { target, nonTarget } })).toEqual({ overall });
  });
});
