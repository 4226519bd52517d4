import { describe, expect, it } from '@jest/globals';
import { assess, combine, criteria } from '../assess.js';

const criterion = 'rano-hgg-2010';
const full = (code: string | undefined) =>
  code === 'NN' ? 'NON-CR/NON-PD' : code === 'NA' ? null : (code ?? null);

/** Section 8: size, non-measurable disease, then the response by steroids NONE, LOWER, SAME, HIGHER. */
const printed = `
CR CR  CR PR PR NE
CR NA  CR PR PR NE
CR NN  PR PR PR NE
CR NE  PR PR PR NE
PR CR  PR PR PR NE
PR NN  PR PR PR NE
PR NE  PR PR PR NE
PR NA  PR PR PR NE
SD CR  SD SD SD NE
SD NN  SD SD SD NE
SD NE  SD SD SD NE
SD NA  SD SD SD NE
NE CR  NE NE NE NE
NE NN  NE NE NE NE
NE NE  NE NE NE NE
NE NA  NE NE NE NE
NA CR  SD SD SD NE
NA NN  SD SD SD NE
NA NE  NE NE NE NE
NA NA  NED NED NED NED
PD CR  PD PD PD PD
PD NN  PD PD PD PD
PD NE  PD PD PD PD
PD NA  PD PD PD PD
CR PD  PD PD PD PD
PR PD  PD PD PD PD
SD PD  PD PD PD PD
PD PD  PD PD PD PD
NE PD  PD PD PD PD
NA PD  PD PD PD PD`;
const doses = ['NONE', 'LOWER', 'SAME', 'HIGHER'];
const cells = printed
  .trim()
  .split('\n')
  .flatMap(line => {
    const [target, nonTarget, ...values] = line.split(/\s+/);
    return values.map((overall, index) => ({
      target: full(target),
      nonTarget: full(nonTarget),
      steroids: doses[index],
      overall,
    }));
  });

describe('combination', () => {
  it('covers every cell', () => {
    expect(cells).toHaveLength(6 * 5 * 4);
  });
  it.each(cells)('$target + $nonTarget, steroids $steroids: $overall', ({ overall, ...rest }) => {
    const good = { newLesions: false, clinicalStatus: 'SAME', t2Flair: 'STABLE_OR_BETTER' };
    expect(combine({ criterion, components: { ...rest, ...good } })).toEqual({ overall });
    expect(combine({ criterion, components: { ...rest, clinicalStatus: 'BETTER' } })).toEqual({
      overall,
    });
    for (const bad of [
      { newLesions: true },
      { clinicalStatus: 'WORSE' },
      { t2Flair: 'SIGNIFICANT_INCREASE' },
    ]) {
      expect(combine({ criterion, components: { ...rest, ...good, ...bad } })).toEqual({
        overall: 'PD',
      });
    }
  });
  it('a new lesion that could not be judged forbids CR only', () => {
    const at = (target: string, newLesions: string) =>
      combine({ criterion, components: { target, newLesions, steroids: 'NONE' } }).overall;
    expect([at('CR', 'NE'), at('SD', 'NE'), at('CR', 'EQUIVOCAL')]).toEqual(['PR', 'SD', 'CR']);
  });
  it.each([{ target: 'MR' }, { steroids: 'MORE' }, { clinicalStatus: 'BAD' }, { t2Flair: 'UP' }])(
    'refuses %j',
    components => {
      expect(() => combine({ criterion, components })).toThrow(
        /is not a response of rano-hgg-2010/
      );
    }
  );
  it('answers every cell of the tables it publishes', () => {
    for (const { axes, fixed } of criteria[criterion]?.tables ?? []) {
      let rows: Record<string, string | boolean | null>[] = [{ ...fixed }];
      for (const { component, values } of axes)
        rows = rows.flatMap(row => values.map(value => ({ ...row, [component]: value })));
      for (const components of rows)
        expect(['CR', 'PR', 'SD', 'PD', 'NE', 'NED']).toContain(
          combine({ criterion, components }).overall
        );
    }
    expect(() => assess({ criterion, timepoints: [] })).not.toThrow();
  });
});
