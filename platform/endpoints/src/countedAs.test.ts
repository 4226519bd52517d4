import { describe, expect, it } from '@jest/globals';
import { endpoints } from './endpoints.js';
import type { EndpointOptions } from './options.js';
import { onDay, run, subjectOf } from './testing/subjects.js';

function outcome(visits: string, options: Partial<EndpointOptions>) {
  const { subjects, cohort, options: used } = run(subjectOf(visits), options);
  const [subject] = subjects;
  if (!subject) throw new Error('no subject came back');
  return { ...subject, cohort, used, orr: cohort.orr?.n, dcr: cohort.dcr?.n };
}
/** Day of clinical benefit by the best response that the criterion uses; null without. */
const benefitOf = ({ cohort, clinicalBenefit }: ReturnType<typeof outcome>) =>
  clinicalBenefit[cohort.responses].date;

describe('mrAs: minor response', () => {
  const rano = { criterion: 'rano-2.0' } as const;
  const course = 'MR 56, MR 84, PD 140';
  it('is stable disease to the rates, unless the trial says otherwise', () => {
    const result = outcome(course, rano);
    expect(result.used.mrAs).toBe('SD');
    expect(result).toMatchObject({ orr: 0, dcr: 1, ttr: null, dor: null });
    expect(benefitOf(result)).toBeNull();
    expect(benefitOf(outcome('MR 56, MR 168', rano))).toBe(onDay(168));
  });
  it("'PR' makes it a response in ORR, DoR, TTR and clinical benefit, and leaves best response MR", () => {
    const result = outcome(course, { ...rano, mrAs: 'PR' });
    expect(result.used.mrAs).toBe('PR');
    expect(result).toMatchObject({ orr: 1, dcr: 1, ttr: { days: 57 } });
    expect(result.dor).toMatchObject({ days: 85, event: true, date: onDay(140) });
    expect(benefitOf(result)).toBe(onDay(56));
    expect(result.bestOverallResponse.confirmed).toEqual({ value: 'MR', date: onDay(56) });
    expect(result.cohort.bestOverallResponse.confirmed).toEqual({ MR: 1 });
    expect(result.plots.swimmer.marks).toContainEqual({ kind: 'response', day: 57 });
  });
  it("'PR' asks for the confirmation that the criterion asks for: a scan 28 days later", () => {
    const options = { ...rano, mrAs: 'PR' } as const;
    expect(outcome('MR 56', options).orr).toBe(0);
    expect(outcome('MR 56, MR 83', options).orr).toBe(0);
    expect(outcome('MR 56, PR 84', options)).toMatchObject({ orr: 1, ttr: { days: 57 } });
    const read = outcome('MR 56', { ...options, confirmation: 'none' });
    expect([read.orr, benefitOf(read)]).toEqual([1, onDay(56)]);
  });
  it("'benefit' leaves it no response: myeloma's minor response or better", () => {
    const imwg = {
      criterion: 'imwg-2016',
      cbValues: ['CR', 'PR'],
    } satisfies Partial<EndpointOptions>;
    const minor = { ...imwg, mrAs: 'benefit' } as const;
    expect(benefitOf(outcome('MR 28, MR 56', imwg))).toBeNull();
    const result = outcome('MR 28, MR 56', minor);
    expect(result).toMatchObject({ orr: 0, dcr: 1, ttr: null, dor: null });
    expect(benefitOf(result)).toBe(onDay(28));
    // Seen once it is not confirmed, and stable disease of any length is none.
    expect(benefitOf(outcome('MR 28', minor))).toBeNull();
    expect(benefitOf(outcome('SD 28, SD 168, SD 200', minor))).toBeNull();
    expect(benefitOf(outcome('SD 28, VGPR 56, PR 84', minor))).toBe(onDay(56));
  });
  it('changes nothing where there is none', () => {
    const plain = outcome('PR 56, PR 112', { mrAs: 'PR' });
    expect(plain).toMatchObject({ orr: 1, ttr: { days: 57 } });
    const pcwg2 = outcome('NON-PD 56', { vocabulary: 'pcwg2', mrAs: 'PR' });
    expect([pcwg2.cohort.orr, pcwg2.cohort.clinicalBenefit]).toEqual([null, null]);
  });
});

describe('prlAs: partial response with lymphocytosis', () => {
  const iwcll = { criterion: 'iwcll-2018' } as const;
  it('is a response', () => {
    const result = outcome('PR-L 56, PR-L 112', iwcll);
    expect(result.used.prlAs).toBe('PR');
    expect(result).toMatchObject({ orr: 1, dcr: 1, ttr: { days: 57 } });
    expect(benefitOf(result)).toBe(onDay(56));
  });
  it("'SD' counts it apart: in best response, and in rates and times as stable disease", () => {
    const apart = { ...iwcll, prlAs: 'SD' } as const;
    const result = outcome('PR-L 56, PR-L 112', apart);
    expect(result.used.prlAs).toBe('SD');
    expect(result).toMatchObject({ orr: 0, dcr: 1, ttr: null, dor: null });
    expect(benefitOf(result)).toBeNull();
    expect(result.cohort.bestOverallResponse.confirmed).toEqual({ 'PR-L': 1 });
    expect(benefitOf(outcome('PR-L 56, PR-L 168', apart))).toBe(onDay(168));
    // The response begins with the first PR.
    expect(outcome('PR-L 56, PR 112, PR 168', apart)).toMatchObject({ orr: 1, ttr: { days: 113 } });
  });
});

it('refuses another value, naming those there are', () => {
  expect(() => endpoints({ subjects: [], options: { mrAs: 'CR' } })).toThrow(
    '/options/mrAs: expected one of SD, benefit, PR'
  );
});
