import { describe, expect, it } from '@jest/globals';
import { assess, combine, criteria } from '../assess.js';

const criterion = 'irecist';
const NN = 'NON-ICR/NON-IUPD';

/** iRECIST Table 2 without new lesions, before any confirmation; NA: none at baseline. Section 1's grid with iRECIST's terms. */
const printed = `
T    ICR  NN   IUPD NE   NA
ICR  ICR  IPR  IUPD IPR  ICR
IPR  IPR  IPR  IUPD IPR  IPR
ISD  ISD  ISD  IUPD ISD  ISD
IUPD IUPD IUPD IUPD IUPD IUPD
NE   NE   NE   IUPD NE   NE
NA   ICR  NN   IUPD NE   NED`;
const rows = printed
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/));
const full = (code: string | undefined) =>
  code === 'NN' ? NN : code === 'NA' ? null : (code ?? null);
const cells = rows.slice(1).flatMap(([target, ...values]) =>
  values.map((overall, index) => ({
    target: full(target),
    nonTarget: full(rows[0]?.[index + 1]),
    overall: full(overall),
  }))
);

const rate = (components: Record<string, unknown>) => combine({ criterion, components }).overall;

describe('combination table of iRECIST', () => {
  it('has thirty cells without confirmed components', () => {
    expect(cells).toHaveLength(30);
  });
  it.each(cells)('$target + $nonTarget, no new lesion: $overall', cell => {
    const { target, nonTarget, overall } = cell;
    for (const priorOverall of [null, 'ISD', 'IUPD']) {
      expect(rate({ target, nonTarget, newLesions: false, priorOverall })).toBe(overall);
    }
  });
  it.each(cells)('$target + $nonTarget with a new lesion: IUPD, confirmed when it grows', cell => {
    const { target, nonTarget } = cell;
    const parts = { target, nonTarget, newLesions: true };
    expect(rate({ ...parts, priorOverall: null })).toBe('IUPD');
    expect(rate({ ...parts, newLesionProgression: true, priorOverall: 'ISD' })).toBe('IUPD');
    expect(rate({ ...parts, newLesionProgression: false, priorOverall: 'IUPD' })).toBe('IUPD');
    expect(rate({ ...parts, newLesionProgression: true, priorOverall: 'IUPD' })).toBe('ICPD');
  });
  it.each(['ICR', 'IPR', 'ISD', 'IUPD', 'ICPD', 'NE', null])(
    'target %s with confirmed non-targets: ICPD after iUPD alone',
    target => {
      expect(rate({ target, nonTarget: 'ICPD', priorOverall: 'IUPD' })).toBe('ICPD');
      expect(rate({ target, nonTarget: 'ICPD' })).toBe('ICPD');
      expect(rate({ target, nonTarget: 'ICPD', priorOverall: 'ISD' })).toBe('IUPD');
      expect(rate({ target, nonTarget: 'ICPD', priorOverall: null })).toBe('IUPD');
    }
  );
  it.each(['ICR', NN, 'IUPD', 'ICPD', 'NE', null])(
    'confirmed targets with non-targets %s: ICPD after iUPD alone',
    nonTarget => {
      expect(rate({ target: 'ICPD', nonTarget, priorOverall: 'IUPD' })).toBe('ICPD');
      expect(rate({ target: 'ICPD', nonTarget, priorOverall: 'IPR' })).toBe('IUPD');
    }
  );
  it.each([
    ['target', 'PR'],
    ['nonTarget', 'NON-CR/NON-PD'],
    ['priorOverall', 'PD'],
  ])('refuses %s "%s"', (component, code) => {
    expect(() => rate({ [component]: code })).toThrow(
      expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN', path: `/components/${component}` })
    );
  });
  it('answers every cell of the tables it publishes', () => {
    for (const { axes, fixed } of criteria[criterion]?.tables ?? []) {
      for (const target of axes[0]?.values ?? []) {
        for (const nonTarget of axes[1]?.values ?? []) {
          expect(rate({ ...fixed, target, nonTarget })).toMatch(/^[A-Z/-]+$/);
        }
      }
    }
  });
});

describe('new lesions by their state', () => {
  it.each([
    ['YES', 'IUPD'],
    ['NO', 'ISD'],
    ['EQUIVOCAL', 'ISD'],
    ['NE', 'ISD'],
  ])('%s', (state, overall) => {
    for (const name of ['newLesions', 'newLesionProgression'])
      expect(combine({ criterion, components: { target: 'ISD', [name]: state } })).toEqual({
        overall,
      });
  });
  it('confirm a run that a visit without an answer kept open', () => {
    const components = { target: 'ICPD', priorOverall: 'NE' };
    expect(combine({ criterion, components })).toEqual({ overall: 'ICPD' });
    expect(combine({ criterion, components: { ...components, priorOverall: 'ISD' } })).toEqual({
      overall: 'IUPD',
    });
  });
  it.each(['target', 'nonTarget', 'newLesions', 'newLesionProgression', 'priorOverall'])(
    'says where a code is not known: %s',
    name => {
      expect(() => combine({ criterion, components: { [name]: 'XX' } })).toThrow(
        expect.objectContaining({ path: `/components/${name}` })
      );
    }
  );
});

describe('parameters and inputs', () => {
  it('names the parameters it used', () => {
    const { parameters } = assess({ criterion, timepoints: [] });
    expect(parameters).toMatchObject({
      confirmRef: 'runMin',
      leaveRule: 'improved',
      windowMaxDays: null,
      unresolvedIupd: 'event',
      nlForbidsIcr: true,
      prCarry: 'none',
      reappearAfterCr: 'pd',
    });
  });
  it('refuses an answer that is not yes or no', () => {
    const visit = { id: 'V1', lesions: [], ntFurther: 'maybe' };
    expect(() => assess({ criterion, timepoints: [visit] })).toThrow(
      expect.objectContaining({ code: 'CL_ASSESSMENT_INPUT', path: '/timepoints/0/ntFurther' })
    );
  });
  it('refuses a parameter it does not know', () => {
    expect(() => assess({ criterion, parameters: { confirmMin: 1 }, timepoints: [] })).toThrow(
      /irecist has no parameter "confirmMin"/
    );
  });
});
