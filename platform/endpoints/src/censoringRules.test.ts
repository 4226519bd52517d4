import { describe, expect, it } from '@jest/globals';
import { censoringRules } from './censoringRules.js';
import type { SubjectInput, VisitInput } from './inputSchema.js';
import type { EndpointOptions } from './options.js';
import { one, onDay, planned, subjectOf, visitsOf } from './testing/subjects.js';

function pfs(subject: SubjectInput, options: Partial<EndpointOptions> = {}) {
  const { event, days, reason, date } = one(subject, { ...planned, ...options }).pfs;
  return { event, days, reason, date };
}
const censored = (day: number, reason: string) => ({
  event: false,
  days: day + 1,
  reason,
  date: onDay(day),
});
const happened = (day: number, reason: string) => ({ ...censored(day, reason), event: true });

describe('section 16.3 examples (interval 56 d, window 7 d, limit 126 d)', () => {
  it('randomised 2026-01-01, PD 2026-03-10: event, 69 d', () => {
    const subject = subjectOf('', { visits: [{ date: '2026-03-10', response: 'PD' }] });
    expect(pfs(subject)).toEqual({
      event: true,
      days: 69,
      reason: 'progression',
      date: '2026-03-10',
    });
  });
  it('adequate d112; d168, d224 missed; PD d280: gap 168, censored d112', () => {
    const visits = [
      ...visitsOf('SD 56, SD 112'),
      { date: onDay(168), missed: true },
      { date: onDay(224), missed: true },
      ...visitsOf('PD 280'),
    ];
    expect(pfs(subjectOf('', { visits }))).toEqual(censored(112, 'missedAssessments'));
  });
  it('adequate d112; death d230: gap 118, event d230', () => {
    const subject = subjectOf('SD 112', { deathDate: onDay(230) });
    expect(pfs(subject)).toEqual(happened(230, 'death'));
  });
  it('adequate d112; therapy d120; PD d168: censored d112', () => {
    const subject = subjectOf('SD 112, PD 168', { newTherapyDate: onDay(120) });
    expect(pfs(subject)).toEqual(censored(112, 'newTherapy'));
  });
  it('no baseline, PD d60: censored day 1', () => {
    const subject = subjectOf('PD 60', { baseline: 'none' });
    expect(pfs(subject)).toEqual(censored(0, 'noBaseline'));
  });
});

describe('each row of the table', () => {
  it.each(['none', 'incomplete', 'notEvaluable'] as const)('baseline %s', baseline => {
    expect(pfs(subjectOf('SD 56', { baseline }))).toEqual(censored(0, 'noBaseline'));
  });
  it('no assessment after baseline: day 1, also when nothing at them could be assessed', () => {
    expect(pfs(subjectOf(''))).toEqual(censored(0, 'noAssessment'));
    expect(pfs(subjectOf('NE 56'))).toEqual(censored(0, 'noAssessment'));
  });
  it('progression between visits: the date of the component that shows it', () => {
    const visits = [...visitsOf('SD 56'), { date: onDay(90), response: 'PD', pdDate: onDay(85) }];
    expect(pfs(subjectOf('', { visits }))).toEqual(happened(85, 'progression'));
  });
  it('no progression, alive: last adequate assessment', () => {
    expect(pfs(subjectOf('SD 56, PR 112, NE 168'))).toEqual(censored(112, 'noEvent'));
    expect(pfs(subjectOf('PR 112, SD 56'))).toEqual(censored(112, 'noEvent'));
    const cutoffDate = onDay(112);
    expect(pfs(subjectOf('SD 56, PR 112', { cutoffDate }))).toEqual(censored(112, 'noEvent'));
  });
  it('death before the first assessment within the limit, or beyond it', () => {
    expect(pfs(subjectOf('', { deathDate: onDay(126) }))).toEqual(happened(126, 'death'));
    expect(pfs(subjectOf('', { deathDate: onDay(127) }))).toEqual(censored(0, 'missedAssessments'));
  });
  it('death between adequate assessments, and on the day of one', () => {
    expect(pfs(subjectOf('SD 56', { deathDate: onDay(80) }))).toEqual(happened(80, 'death'));
    expect(pfs(subjectOf('SD 150', { deathDate: onDay(150) }))).toEqual(happened(150, 'death'));
  });
  it('progression and death on one day: progression; death first: death', () => {
    expect(pfs(subjectOf('PD 56', { deathDate: onDay(56) }))).toEqual(happened(56, 'progression'));
    expect(pfs(subjectOf('PD 56', { deathDate: onDay(80) }))).toEqual(happened(56, 'progression'));
  });
  it.each(['toxicity', 'lostToFollowUp', 'withdrawal', 'other', 'clinicalProgression'] as const)(
    'stopped for %s: last adequate assessment',
    reason => {
      const subject = subjectOf('SD 56, NE 100', { stop: { date: onDay(110), reason } });
      expect(pfs(subject)).toEqual(censored(56, 'stopped'));
    }
  );
  it('stopped after the data cutoff: not known to have stopped', () => {
    const stop = { date: onDay(110), reason: 'toxicity' } as const;
    expect(pfs(subjectOf('SD 56', { stop, cutoffDate: onDay(109) }))).toEqual(
      censored(56, 'noEvent')
    );
  });
  it('progression after stopping still counts', () => {
    const stop = { date: onDay(60), reason: 'toxicity' } as const;
    expect(pfs(subjectOf('SD 56, PD 112', { stop }))).toEqual(happened(112, 'progression'));
  });
  it('progression without a date: no time', () => {
    const visits = [...visitsOf('SD 56'), { response: 'PD' }];
    expect(pfs(subjectOf('', { visits }))).toEqual({
      event: true,
      days: null,
      reason: 'undatedProgression',
      date: null,
    });
  });
});

describe("option clinicalPd: 'event'", () => {
  const stop = { date: onDay(80), reason: 'clinicalProgression' } as const;
  const event = { clinicalPd: 'event' } as const;
  it('is an event on the day of stopping, before a later progression or death', () => {
    const subject = subjectOf('SD 56, PD 112', { stop, deathDate: onDay(130) });
    expect(pfs(subject, event)).toEqual(happened(80, 'clinicalProgression'));
  });
  it('gives way to an earlier progression, and to one on the same day', () => {
    expect(pfs(subjectOf('PD 80', { stop }), event)).toEqual(happened(80, 'progression'));
  });
  it('is for that reason alone, and under the missed rule', () => {
    const toxic = { date: onDay(80), reason: 'toxicity' } as const;
    expect(pfs(subjectOf('SD 56', { stop: toxic }), event)).toEqual(censored(56, 'stopped'));
    const late = { ...stop, date: onDay(190) };
    expect(pfs(subjectOf('SD 56', { stop: late }), event)).toEqual(
      censored(56, 'missedAssessments')
    );
  });
  it('counts an assessment on the day of stopping', () => {
    const late = { ...stop, date: onDay(190) };
    expect(pfs(subjectOf('SD 190', { stop: late }), event)).toEqual(
      happened(190, 'clinicalProgression')
    );
  });
});

describe('option newTherapy', () => {
  const therapy = { newTherapyDate: onDay(120) };
  it('censors without an event, before the therapy', () => {
    expect(pfs(subjectOf('SD 112, SD 120, SD 168', therapy))).toEqual(censored(112, 'newTherapy'));
  });
  it('leaves a progression before it, not one on its day', () => {
    expect(pfs(subjectOf('PD 119', therapy))).toEqual(happened(119, 'progression'));
    expect(pfs(subjectOf('SD 56, PD 120', therapy))).toEqual(censored(56, 'newTherapy'));
  });
  it('censors a death on its day or after it', () => {
    for (const day of [120, 130]) {
      const subject = subjectOf('SD 112', { ...therapy, deathDate: onDay(day) });
      expect(pfs(subject)).toEqual(censored(112, 'newTherapy'));
    }
  });
  it('leaves a progression without a date that came before it', () => {
    const visits = [...visitsOf('SD 56'), { response: 'PD' }];
    expect(pfs(subjectOf('', { ...therapy, visits })).reason).toBe('undatedProgression');
  });
  it("goes on as if there were none with 'ignore'", () => {
    const ignore = { newTherapy: 'ignore' } as const;
    expect(pfs(subjectOf('SD 112, PD 168', therapy), ignore)).toEqual(happened(168, 'progression'));
    expect(pfs(subjectOf('SD 112, SD 168', therapy), ignore)).toEqual(censored(168, 'noEvent'));
  });
});

describe('option missed', () => {
  const gap = subjectOf('SD 112, NE 168, NE 224, PD 280');
  it("keeps the event with 'event'", () => {
    expect(pfs(gap, { missed: 'event' })).toEqual(happened(280, 'progression'));
  });
  it("moves the event to the first missed visit with 'eventAtFirstMissed'", () => {
    expect(pfs(gap, { missed: 'eventAtFirstMissed' })).toEqual(happened(168, 'missedAssessments'));
  });
  it('never moves it behind the event itself', () => {
    const options = { missed: 'eventAtFirstMissed', missedGap: 10 } as const;
    expect(pfs(subjectOf('SD 56, PD 80'), options)).toEqual(happened(80, 'missedAssessments'));
  });
  it.each([
    [238, 'progression'],
    [239, 'missedAssessments'],
  ])('progression on day %i after day 112: %s (more than 126 days)', (day, reason) => {
    expect(pfs(subjectOf(`SD 112, PD ${day}`)).reason).toBe(reason);
  });
  it('takes the interval planned at the last adequate assessment', () => {
    const visits: VisitInput[] = [{ date: onDay(112), response: 'SD', intervalDays: 84 }];
    expect(pfs(subjectOf('', { visits, deathDate: onDay(294) })).reason).toBe('death');
    expect(pfs(subjectOf('', { visits, deathDate: onDay(295) })).reason).toBe('missedAssessments');
  });
  it("takes the subject's interval up to the first assessment", () => {
    const subject = subjectOf('', { intervalDays: 28, deathDate: onDay(71) });
    expect(pfs(subject)).toEqual(censored(0, 'missedAssessments'));
    expect(pfs({ ...subject, deathDate: onDay(70) })).toEqual(happened(70, 'death'));
  });
  it('takes missedGap in place of the planned visits', () => {
    expect(pfs(gap, { missedGap: 168 }).reason).toBe('progression');
    expect(pfs(gap, { missedGap: 167 }).reason).toBe('missedAssessments');
  });
  describe('without a plan', () => {
    const none = { intervalDays: null, windowDays: null };
    it('counts the visits listed between the two: two or more are missed', () => {
      expect(pfs(gap, none)).toEqual(censored(112, 'missedAssessments'));
      expect(pfs(subjectOf('SD 112, NE 168, PD 280'), none).reason).toBe('progression');
      expect(pfs(subjectOf('SD 112, NE 168, SD 200, NE 224, PD 280'), none).reason).toBe(
        'progression'
      );
      expect(pfs(subjectOf('NE 56, NE 112, PD 168'), none)).toEqual(
        censored(0, 'missedAssessments')
      );
    });
    it('does so with a window alone too', () => {
      const window = { intervalDays: null, windowDays: 7 };
      expect(pfs(subjectOf('SD 112, NE 168, PD 280'), window).reason).toBe('progression');
      expect(pfs(gap, window)).toEqual(censored(112, 'missedAssessments'));
    });
    it('dates the first missed by its own date, or not at all', () => {
      const first = { ...none, missed: 'eventAtFirstMissed' } as const;
      expect(pfs(gap, first)).toEqual(happened(168, 'missedAssessments'));
      const visits = [
        ...visitsOf('SD 112'),
        { missed: true },
        { missed: true },
        ...visitsOf('PD 280'),
      ];
      expect(pfs(subjectOf('', { visits }), first)).toEqual({
        event: true,
        days: null,
        reason: 'missedAssessments',
        date: null,
      });
    });
  });
});

describe('option adequate', () => {
  it("counts NE as assessed with 'any'", () => {
    expect(pfs(subjectOf('SD 56, NE 112'), { adequate: 'any' })).toEqual(censored(112, 'noEvent'));
  });
  it('does not count what was not done or has no response', () => {
    const visits = [...visitsOf('SD 56, ND 112'), { date: onDay(120), response: 'NA' }];
    expect(pfs(subjectOf('', { visits }), { adequate: 'any' })).toEqual(censored(56, 'noEvent'));
  });
  it("gives way to the visit's own flag", () => {
    const visits = [
      { date: onDay(56), response: 'NE', adequate: true },
      { date: onDay(112), response: 'SD', adequate: false },
    ];
    expect(pfs(subjectOf('', { visits }))).toEqual(censored(56, 'noEvent'));
  });
});

describe('iRECIST: option unresolvedIupd', () => {
  const censor = { vocabulary: 'irecist', unresolvedIupd: 'censor' } as const;
  it("censors before the run with 'censor', though the visits in it were adequate", () => {
    expect(pfs(subjectOf('ISD 56, IUPD 112, IUPD 147'), censor)).toEqual(
      censored(56, 'unresolvedProgression')
    );
  });
  it('leaves death an event, measured from the last adequate visit', () => {
    const subject = subjectOf('ISD 56, IUPD 112, IUPD 147', { deathDate: onDay(230) });
    expect(pfs(subject, censor)).toEqual(happened(230, 'death'));
  });
  it('leaves a confirmed progression an event', () => {
    expect(pfs(subjectOf('IUPD 112, ICPD 147'), censor)).toEqual(happened(112, 'progression'));
  });
  it('leaves a run open that new therapy ended: visits on or after it do not confirm', () => {
    const subject = subjectOf('ISD 56, IUPD 112, ICPD 147', { newTherapyDate: onDay(120) });
    expect(pfs(subject, { vocabulary: 'irecist' })).toEqual(happened(112, 'progression'));
    expect(pfs(subject, censor)).toEqual(censored(56, 'newTherapy'));
  });
});

describe('the table', () => {
  it('has a name, a situation, an outcome and a source in every row', () => {
    expect(censoringRules.map(({ name }) => name)).toEqual([
      'noBaseline',
      'newTherapy',
      'undatedProgression',
      'missedAssessments',
      'progression',
      'clinicalProgression',
      'death',
      'unresolvedProgression',
      'noAssessment',
      'stopped',
      'noEvent',
    ]);
    for (const { situation, outcome, source } of censoringRules)
      expect([situation, outcome, source]).not.toContain('');
  });
  it('gives the source of the row that decided', () => {
    const { source } = one(subjectOf('PD 56')).pfs;
    expect(source).toBe(censoringRules.find(({ name }) => name === 'progression')?.source);
  });
});
