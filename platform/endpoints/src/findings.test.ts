import { describe, expect, it } from '@jest/globals';
import type { SubjectInput } from './inputSchema.js';
import { one, onDay, start, subjectOf, visitsOf } from './testing/subjects.js';

const early = '2025-12-31';

describe('what is odd is a finding', () => {
  const rules = (subject: SubjectInput) =>
    one(subject).findings.map(
      ({ rule, path, text }) => `${rule} ${path.replace('/subjects/0/', '')}: ${text}`
    );
  const known = { lastContactDate: onDay(400) };

  it('nothing in an ordinary course', () => {
    expect(rules(subjectOf('SD 56, PD 112', known))).toEqual([]);
    expect(rules(subjectOf('SD 56', { deathDate: onDay(80) }))).toEqual([]);
    expect(rules(subjectOf('', { lastContactDate: start }))).toEqual([]);
    const sameDay = { lastContactDate: onDay(56), cutoffDate: onDay(56) };
    expect(rules(subjectOf('SD 56', sameDay))).toEqual([]);
  });
  it('nothing in progression between visits, nor in a contact before a visit not done', () => {
    const between = { date: onDay(112), response: 'PD', pdDate: onDay(57) };
    expect(rules(subjectOf('', { ...known, visits: [...visitsOf('SD 56'), between] }))).toEqual([]);
    expect(rules(subjectOf('SD 56, ND 112', { lastContactDate: onDay(60) }))).toEqual([]);
  });
  it.each<[string, SubjectInput, string[]]>([
    [
      'out of order',
      subjectOf('SD 112, PR 56', known),
      ['visitsOutOfOrder visits/1/date: earlier than the visit before it'],
    ],
    [
      'two on one date',
      subjectOf('SD 56, PR 56', known),
      ['visitsOnOneDate visits/1/date: of two assessments the worse one counts'],
    ],
    [
      'no date',
      subjectOf('', { ...known, visits: [{ response: 'SD' }] }),
      ['visitUndated visits/0/date: the visit has no date and gives none'],
    ],
    [
      'progression not after the visit before',
      subjectOf('', {
        ...known,
        visits: [...visitsOf('SD 56'), { date: onDay(112), response: 'PD', pdDate: onDay(56) }],
      }),
      ['pdBeforePriorVisit visits/1/pdDate: progression not after the visit before'],
    ],
    [
      'after the cutoff',
      subjectOf('SD 56, PD 112', {
        lastContactDate: onDay(100),
        cutoffDate: onDay(100),
        deathDate: onDay(200),
        newTherapyDate: onDay(120),
        stop: { date: onDay(120), reason: 'toxicity' },
        numeric: [{ name: 'LVEF', visits: [{ date: onDay(101), value: 1 }] }],
      }),
      [
        'afterCutoff visits/1: the visit is after the data cutoff and not used',
        'afterCutoff stop/date: 2026-05-01 is after the data cutoff and not used',
        'afterCutoff deathDate: 2026-07-20 is after the data cutoff and not used',
        'afterCutoff newTherapyDate: 2026-05-01 is after the data cutoff and not used',
        'afterCutoff numeric/0/visits/0/date: 2026-04-12 is after the data cutoff and not used',
      ],
    ],
    [
      'no response',
      subjectOf('NA 56, ND 60', known),
      ['responseMissing visits/0/response: the visit has no response and is not marked missed'],
    ],
    [
      'an empty response',
      subjectOf('', { ...known, visits: [{ date: onDay(56), response: '' }] }),
      ['responseMissing visits/0/response: the visit has no response and is not marked missed'],
    ],
    [
      'no contact',
      subjectOf('SD 56'),
      ['contactMissing lastContactDate: known alive by visits and other dates only'],
    ],
    [
      'contact before a visit',
      subjectOf('SD 56', { lastContactDate: onDay(50) }),
      ['contactBeforeVisit lastContactDate: last contact lies before a visit'],
    ],
    [
      'contact before a visit that one without a date follows',
      subjectOf('', {
        lastContactDate: onDay(50),
        visits: [...visitsOf('SD 56'), { response: 'SD' }],
      }),
      [
        'contactBeforeVisit lastContactDate: last contact lies before a visit',
        'visitUndated visits/1/date: the visit has no date and gives none',
      ],
    ],
    [
      'contact before the start',
      subjectOf('', { lastContactDate: early }),
      ['contactBeforeStart lastContactDate: last contact lies before the start'],
    ],
  ])('%s', (_name, subject, expected) => {
    expect(rules(subject).toSorted()).toEqual(expected.toSorted());
  });
  it('fields nobody reads', () => {
    const misspelt = {
      ...subjectOf('', known),
      deathdate: onDay(70),
      visits: [{ date: onDay(56), respons: 'SD' }],
    };
    expect(rules(misspelt)).toEqual([
      'responseMissing visits/0/response: the visit has no response and is not marked missed',
      'unknownField deathdate: "deathdate" is not read',
      'unknownField visits/0/respons: "respons" is not read',
    ]);
  });
  it('takes visits out of order in time order', () => {
    expect(one(subjectOf('PD 112, PR 56', known)).bestOverallResponse.unconfirmed.value).toBe('PR');
  });
});
