import { describe, expect, it } from '@jest/globals';
import { type CombinationTable, criteria } from '@corelab/criteria';
import { endpoints } from './endpoints.js';
import { vocabularyIds } from './options.js';
import { onDay, one, start, subjectOf } from './testing/subjects.js';
import { codesOf, vocabularies } from './vocabularies.js';

/** Every cell of a published table. */
function cells({ axes, fixed }: CombinationTable): Record<string, unknown>[] {
  return axes.reduce<Record<string, unknown>[]>(
    (rows, { component, values }) =>
      rows.flatMap(row => values.map(value => ({ ...row, [component]: value }))),
    [{ ...fixed }]
  );
}

/** The rows that a criterion's visits may be read with: PCWG has one a standard. */
const rowsOf = (criterion: string) =>
  vocabularyIds.map(id => vocabularies[id]).filter(row => row.criteria.includes(criterion));

describe('the vocabularies', () => {
  it.each(Object.keys(criteria))('%s has one, with every category of its tables', id => {
    const criterion = criteria[id];
    const rated = (criterion?.tables ?? []).flatMap(table =>
      cells(table).map(components => criterion?.combine(components) ?? '')
    );
    const known = rowsOf(id).flatMap(codesOf);
    expect(known).not.toEqual([]);
    expect([...new Set(rated)].filter(code => !known.includes(code))).toEqual([]);
  });

  it.each(vocabularyIds)('%s: each category is in one notion', id => {
    const {
      responses,
      progression,
      pending,
      notEvaluable,
      neither,
      control,
      response,
      benefit,
      byNextVisit,
    } = vocabularies[id];
    const parts = [control ?? [], progression, pending, notEvaluable, neither].flat();
    expect([...parts].sort()).toEqual(
      [...codesOf(vocabularies[id]).filter(x => parts.includes(x))].sort()
    );
    expect(codesOf(vocabularies[id]).filter(code => !parts.includes(code))).toEqual([]);
    expect(control ?? []).toEqual(expect.arrayContaining([...(response ?? [])]));
    expect(Object.keys(benefit ?? {}).sort()).toEqual([...(control ?? [])].sort());
    const atOnce = Object.entries(benefit ?? {}).filter(([, as]) => ['CR', 'PR'].includes(as));
    expect(atOnce.map(([code]) => code)).toEqual(response ?? []);
    expect([...responses.rank].sort()).toEqual([...responses.worstFirst].sort());
    // IMWG confirms by the next visit, not by its kind of response.
    if (!byNextVisit) expect(response ?? []).toEqual([...responses.complete, ...responses.partial]);
  });

  it.each(vocabularyIds)('%s: every category alone gives what its notion says', id => {
    const row = vocabularies[id];
    for (const code of codesOf(row)) {
      const visits = [{ id: 'TP1', date: onDay(200), response: code }];
      const options = { vocabulary: id, confirmation: 'none', minStableDays: 0 } as const;
      const { subjects, cohort } = endpoints({
        subjects: [{ id: 'S1', startDate: start, visits }],
        options,
      });
      const rate = (notion: readonly string[] | null) =>
        notion === null ? null : Number(notion.includes(code));
      // PDu counts as stable disease in the best response (pduBor), of which PCWG2 makes nothing.
      const stable = code === 'PDu' && row.control !== null;
      const expected = [code, rate(row.response), stable ? 1 : rate(row.control)];
      expect([code, cohort.orr?.n ?? null, cohort.dcr?.n ?? null]).toEqual(expected);
      // One progression alone is none yet under IMWG, nor is PDu (pduRpfs).
      const waits = row.byNextVisit || row.unresolved === 'pduRpfs' ? [] : row.pending;
      const ends = row.byNextVisit ? [] : [...row.progression, ...waits];
      expect([code, subjects[0]?.pfs.event]).toEqual([code, ends.includes(code)]);
    }
  });

  it.each(vocabularyIds)('%s: the deeper of two categories is the best response', id => {
    const { rank } = vocabularies[id].responses;
    const rated = rank.filter(code => !['ND', 'MISSING'].includes(code));
    const options = { vocabulary: id, truncateAtPd: false, minStableDays: 0 } as const;
    for (const [index, better] of rated.entries())
      for (const worse of rated.slice(index + 1)) {
        const best = one(subjectOf(`${worse} 56, ${better} 112`), options).bestOverallResponse;
        expect([better, worse, best.unconfirmed.value]).toEqual([better, worse, better]);
      }
  });

  it('says what PCWG2 has no notion of', () => {
    const { cohort, findings } = endpoints({
      subjects: [subjectOf('NON-PD 56')],
      options: { vocabulary: 'pcwg2', windowDays: 7, intervalDays: 56 },
    });
    expect([cohort.orr, cohort.dcr, cohort.clinicalBenefit]).toEqual([null, null, null]);
    expect(findings).toEqual([
      {
        rule: 'notionMissing',
        path: '/options/vocabulary',
        text: 'pcwg2 tells progression from none and has no response, disease control or clinical benefit (criterion pcwg3): no rate of them, DoR or TTR',
      },
    ]);
  });
});

describe('which one', () => {
  const of = (input: Record<string, unknown>, options: Record<string, unknown> = {}) =>
    endpoints({ subjects: [{ ...subjectOf('NE 56'), ...input }], options }).options;
  it('is that of the criterion, with its defaults', () => {
    expect(of({ criterion: 'lugano-2014' })).toMatchObject({
      criterion: 'lugano-2014',
      vocabulary: 'lugano',
      minStableDays: 0,
      confirmation: 'none',
    });
    expect(of({}, { criterion: 'iwcll-2018' })).toMatchObject({
      vocabulary: 'iwcll',
      confirmationDays: 56,
      confirmation: 'responses',
    });
    expect(of({ criterion: 'macdonald' })).toMatchObject({ confirmation: 'responses' });
    expect(of({}, { vocabulary: 'irecist' })).toMatchObject({ criterion: 'irecist' });
    expect(of({ criterion: 'lugano-2014' }, { minStableDays: 42 }).minStableDays).toBe(42);
  });
  it.each<[string, object, object, object]>([
    [
      'a criterion that is none',
      { criterion: 'recist-9' },
      {},
      {
        code: 'CL_ENDPOINT_OPTION',
        path: '/options/criterion',
        message: 'no criterion "recist-9" that endpoints know of',
      },
    ],
    [
      'a vocabulary of another criterion',
      { criterion: 'irecist' },
      { vocabulary: 'lugano' },
      {
        code: 'CL_ENDPOINT_OPTION',
        path: '/options/vocabulary',
        message: 'irecist rates in irecist, not in lugano',
      },
    ],
    [
      'a vocabulary that is none of two',
      { criterion: 'pcwg3' },
      { vocabulary: 'recist' },
      { message: 'pcwg3 rates in pcwg3 or pcwg2, not in recist' },
    ],
    [
      'a subject rated by another criterion',
      { criterion: 'irecist' },
      { criterion: 'recist-1.1' },
      {
        code: 'CL_CRITERION_MISMATCH',
        path: '/subjects/0/criterion',
        message: 'subject S1: rated by irecist, the others by recist-1.1',
      },
    ],
    [
      'a category of another criterion',
      { criterion: 'irrc', visits: [{ id: 'TP1', date: onDay(56), response: 'PR' }] },
      {},
      {
        code: 'CL_RESPONSE_UNKNOWN',
        path: '/subjects/0/visits/0/response',
        message:
          'subject S1: "PR" at TP1 is not a response of irrc (known: irCR, irPR, irSD, NED, irPD, NE, ND, MISSING)',
      },
    ],
    [
      'a category of another criterion at a visit of which nothing else is known',
      { visits: [{ response: 'SD' }, { response: 'IPR' }] },
      {},
      {
        code: 'CL_RESPONSE_UNKNOWN',
        path: '/subjects/0/visits/1/response',
        message: expect.stringMatching(
          /^subject S1: "IPR" at a visit is not a response of recist-1.1/
        ),
      },
    ],
    [
      'a confirmed category of another criterion',
      { criterion: 'imwg-2016', visits: [{ date: onDay(56), response: 'PR', confirmed: 'IPR' }] },
      {},
      {
        code: 'CL_RESPONSE_UNKNOWN',
        path: '/subjects/0/visits/0/confirmed',
        message: expect.stringMatching(/^subject S1: "IPR" at 2026-02-26 is not a response/),
      },
    ],
  ])('refuses %s', (_name, input, options, error) => {
    expect(() => of({ ...input }, { ...options })).toThrow(expect.objectContaining(error));
  });
});
