import { afterEach, describe, expect, it } from '@jest/globals';
import { setLanguage } from '@corelab/ui';
import { reasonText, type Reason } from './reasonText.js';

const since = '2026-03-01T09:00:00.000Z';

/** Each key with values as the server sends them, and what must be in its sentence. */
const cases: Record<Reason['key'], [params: object, words: string[]]> = {
  subjectStopped: [{ status: 'withdrawn' }, ['withdrawn']],
  problemOpen: [
    { kind: 'wrongSubject', since, state: 'raised' },
    ['Wrong subject', '2026-03-01 09:00 UTC'],
  ],
  readerExcluded: [{ user: 'ben', kind: 'missingSeries' }, ['ben', 'Wrong or missing series']],
  impactUndecided: [{}, ['decide']],
  returnedToQc: [{}, ['QC']],
  examQuarantined: [{ exams: 1, since }, ['An exam', '2026-03-01 09:00 UTC']],
  examQueried: [{ exams: 2, since }, ['2 exams', '2026-03-01 09:00 UTC']],
  examInQc: [{ exams: 3, since }, ['3 exams', '2026-03-01 09:00 UTC']],
  queryOpen: [{ since }, ['asked', '2026-03-01 09:00 UTC']],
  queryAnswered: [{ since }, ['answered', '2026-03-01 09:00 UTC']],
  imagesOverdue: [{ since: '2026-03-09', state: 'expected' }, ['2026-03-09']],
  imagesExpected: [{ until: '2026-03-09', state: 'expected' }, ['2026-03-09']],
  nobodyNamed: [{ slot: 'R2' }, ['R2']],
  nobodyAssigned: [
    {
      slot: 'R2',
      people: [
        { user: 'ben', why: 'absent' },
        { user: 'cleo', why: 'free' },
      ],
    },
    ['R2', 'ben (away), cleo'],
  ],
  readerAccountClosed: [{ user: 'ben' }, ['ben']],
  readerWithoutRole: [{ user: 'ben' }, ['ben']],
  readerInConflict: [{ user: 'ben' }, ['ben']],
  readerSuspended: [{ user: 'ben' }, ['ben']],
  readerAbsent: [
    { user: 'ben', until: '2026-03-09', backup: 'cleo' },
    ['ben', '2026-03-09', 'cleo'],
  ],
  readerNotQualified: [
    {
      user: 'ben',
      missing: [
        { kind: 'gcp', expired: '2026-02-01' },
        { kind: 'cv', expired: null },
      ],
      charterVersion: 2,
    },
    ['ben', 'GCP training (ended 2026-02-01), curriculum vitae'],
  ],
  awaitsBatch: [{ gathered: 2, size: 5 }, ['batch', '2 of 5']],
  awaitsDataCut: [{}, ['data cut']],
  noConsensus: [{ since, times: 2, until: null }, ['2026-03-01 09:00 UTC', '2 times']],
  readersMeet: [{ since, until: null }, ['2026-03-01 09:00 UTC', 'differ']],
  earlierUnsigned: [{ timepoint: 'BL' }, ['BL']],
  releaseFailed: [{}, ['images']],
  releasePending: [{}, ['images']],
};

const reason = (key: Reason['key'], params: object): Reason => ({
  ...{ key, stuck: true, needs: 'dataManager', params },
});

describe('why a read does not go on', () => {
  afterEach(() => void setLanguage('en'));

  it.each(Object.entries(cases))('%s', (key, [params, words]) => {
    const sentence = reasonText(reason(key as Reason['key'], params));
    expect(sentence).toMatch(/^[A-Za-z0-9].*\.$/);
    expect(sentence).not.toMatch(/undefined|null|\{\{|progress\./);
    for (const word of words) expect(sentence).toContain(word);
  });

  it.each(Object.entries(cases))('%s in German, as a whole sentence', (key, [params]) => {
    setLanguage('de');
    expect(reasonText(reason(key as Reason['key'], params))).toMatch(/^[^{]*\.$/);
  });

  it('says that nobody stands in, and that a last day is not known', () => {
    const alone = { user: 'ben', until: '2026-03-09', backup: null };
    expect(reasonText(reason('readerAbsent', alone))).toContain('nobody is named');
    const open = { until: null, state: 'expected' };
    expect(reasonText(reason('imagesExpected', open))).toContain('no last day is known');
    const nobody = { user: null, kind: 'wrongSubject' };
    expect(reasonText(reason('readerExcluded', nobody))).toContain('Its reader');
  });

  it('fails loudly where the server left out what the sentence needs', () => {
    expect(() => reasonText(reason('readerSuspended', {}))).toThrow('user is missing');
  });
});
