import { describe, expect, it } from '@jest/globals';
import {
  fresh,
  hot,
  other,
  overalls,
  rulesOf,
  scan,
  targetTrace,
  visitOf,
} from './course.testdata.js';

const second = (sul: number | null, more = {}) => hot(sul, { id: 'T02', ...more });

describe('entries that are in order', () => {
  it('are a lesion that is absent with a number of 0', () => {
    const rules = rulesOf([scan([hot(8)]), scan([hot(0, { status: 'absent' })])]);
    expect(rules.filter(rule => rule.startsWith('measurement.'))).toEqual([]);
  });
  it('are the row of a lesion whose parts have the numbers', () => {
    const part = (id: string) => second(3, { id, splitFrom: 'T02' });
    const rules = (...parts: ReturnType<typeof part>[]) =>
      rulesOf([scan([hot(8), second(5)]), scan([hot(8), second(null), ...parts])]);
    expect(rules(part('T02a'), part('T02b'))).not.toContain('measurement.missing');
    expect(rules()).toContain('measurement.missing');
  });
  it('are parts that are gone, and parts of a new lesion', () => {
    const part = second(2, { id: 'T01a', splitFrom: 'T01', status: 'absent' });
    const rules = rulesOf([scan([hot(8)]), scan([part])]);
    expect(rules.filter(rule => rule.startsWith('measurement.'))).toEqual([]);
    const split = fresh('unequivocal', { id: 'NL01a', splitFrom: 'NL01' });
    const scans = [scan([hot(8)]), scan([hot(8), fresh('unequivocal')]), scan([hot(8), split])];
    expect(rulesOf(scans, 2)).not.toContain('lesion.splitFromUnknown');
    expect(rulesOf([scan([hot(8)]), scan([hot(8), split])])).toContain('lesion.splitFromUnknown');
  });
  it('are parts at the baseline', () => {
    const part = second(5, { id: 'T01a', splitFrom: 'T01' });
    expect(rulesOf([scan([hot(8), part])], 0)).not.toContain('lesion.splitFromUnknown');
  });
  it('are a new lesion that was not read', () => {
    const rules = (more: Parameters<typeof fresh>[1]) =>
      rulesOf([scan([hot(8)]), scan([hot(8), fresh(null, more)])]);
    expect(rules({})).toContain('newLesion.stateMissing');
    expect(rules({ evaluable: false })).not.toContain('newLesion.stateMissing');
  });
});

describe('whether uptake is distinct from the background', () => {
  const rules = (sul: number, more = {}) => rulesOf([scan([hot(8)]), scan([hot(sul, more)])]);
  const rule = 'measurement.distinctNotStated';
  it('is asked below its mean alone, and not of what is called worse', () => {
    expect(rules(0.99)).toContain(rule);
    expect(rules(1)).not.toContain(rule);
    expect(rules(0.99, { status: 'progressed' })).not.toContain(rule);
  });
});

describe('the baseline', () => {
  it('has no new lesion, so none without a state', () => {
    const rules = rulesOf([scan([hot(8), fresh(null)])], 0);
    expect(rules).toContain('baseline.newLesion');
    expect(rules).not.toContain('newLesion.stateMissing');
  });
  it('needs no background without a target', () => {
    const bare = { liverSulMean: null, liverSulSd: null };
    expect(rulesOf([scan([other('present')], bare)], 0)).not.toContain(
      'baseline.backgroundMissing'
    );
    expect(rulesOf([scan([hot(8)], bare)], 0)).toContain('baseline.backgroundMissing');
  });
  it('names every lesion without a number, and has the target not evaluable', () => {
    const visit = visitOf([scan([hot(null), second(null)]), scan([hot(3), second(3)])]);
    expect(visit).toMatchObject({ target: 'NE', overall: 'NE' });
    expect(visit.trace.at(-1)?.text).toBe(
      'Not evaluable: the baseline has no value for T01 (NOT_MEASURED), T02 (NOT_MEASURED).'
    );
  });
});

describe('the hottest lesion', () => {
  it('may be called so where it has no number, or is new', () => {
    const rules = (...lesions: Parameters<typeof scan>[0]) =>
      rulesOf([scan([hot(8), second(5)]), scan(lesions)]);
    const rule = 'hottest.contradiction';
    expect(rules(hot(8), second(5, { hottest: true }))).toContain(rule);
    expect(rules(hot(8), second(null, { hottest: true }))).not.toContain(rule);
    expect(rules(hot(8), second(5), fresh(null, { sulPeak: 3, hottest: true }))).not.toContain(
      rule
    );
  });
  it('called progressed is a matter of its number if it is a target', () => {
    const base = scan([hot(8), other('present')]);
    const rule = 'hottest.progressed';
    const worse = hot(9, { status: 'progressed' });
    expect(rulesOf([base, scan([worse, other('present')])])).toContain(rule);
    const beside = scan([hot(8), other('progressed', { sulPeak: 9 })]);
    expect(rulesOf([base, beside])).not.toContain(rule);
  });
  it('that is no target is said once there is one, and is alone', () => {
    const rule = 'hottest.notTarget';
    const numbered = (sulPeak: number) => other('present', { sulPeak });
    expect(rulesOf([scan([hot(8), numbered(9)])], 0)).toContain(rule);
    expect(rulesOf([scan([hot(8), numbered(8)])], 0)).not.toContain(rule);
    expect(rulesOf([scan([numbered(9)])], 0)).not.toContain(rule);
    const gone = scan([hot(null, { status: 'absent' }), other(null, { sulPeak: 0 })]);
    expect(rulesOf([scan([hot(8), numbered(3)]), gone])).not.toContain(rule);
  });
});

describe('what was not measurable', () => {
  it('has risen at exactly 0.80 g/mL', () => {
    const rules = (sul: number) => rulesOf([scan([hot(1.6)]), scan([hot(sul)])]);
    expect(rules(2.4)).toContain('nonMeasurable.risen');
    expect(rules(2.39)).not.toContain('nonMeasurable.risen');
  });
  it('is followed by its state alone, treated ones too', () => {
    const treated = hot(1.6, { status: 'progressed', locallyTreated: { date: '2026-01-20' } });
    expect(overalls([scan([hot(1.6)]), scan([treated])])).toEqual(['NE']);
  });
});

describe('after a complete response', () => {
  it('disease is looked for again, across a scan that could not be read', () => {
    const gone = scan([hot(null, { status: 'absent' })]);
    const unread = scan([hot(null)], { evaluable: false });
    const scans = [scan([hot(8)]), gone, unread, scan([hot(3)])];
    expect(overalls(scans)).toEqual(['CMR', 'NE', 'PMR']);
    expect(rulesOf(scans, 3)).toContain('overall.afterCmr');
  });
});

describe('other lesions', () => {
  const base = scan([hot(10), second(5), other('present')]);
  it('treated on study are not evaluable from then on', () => {
    const treated = other('present', { locallyTreated: { date: '2026-01-20' } });
    const scans = [
      base,
      scan([hot(4), second(2), treated]),
      scan([hot(4), second(2), other('absent')]),
    ];
    expect(visitOf(scans, 2).nonTarget).toBe('NE');
  });
  it('that are worse are named before targets that are', () => {
    const worse = second(5, { status: 'progressed' });
    const { trace } = visitOf([base, scan([hot(10), worse, other('progressed')])]);
    expect(trace.map(({ rule }) => rule)).toContain('nonTarget.pd');
  });
  it('have the date of the target among them that is worse', () => {
    const worse = second(5, { status: 'progressed', date: '2026-02-28' });
    const visit = scan([hot(10, { date: '2026-03-04' }), worse, other('present')]);
    expect(visitOf([base, visit])).toMatchObject({ overall: 'PMD', date: '2026-02-28' });
  });
  it('decide where the target is not evaluable only by the parameter', () => {
    const parameters = { 'percist.neOthersWorse': 'PMD' };
    const rule = (sul: number | null, status: 'progressed' | 'present') => {
      const visit = scan([hot(sul), second(2), other(status)]);
      return visitOf([base, visit], 1, parameters).trace.at(-1)?.rule;
    };
    expect(rule(null, 'progressed')).toBe('overall.neOthersWorse');
    expect(rule(null, 'present')).toBe('overall.grid');
    expect(rule(4, 'progressed')).toBe('overall.grid');
  });
  it('that are worse date no scan whose target is not evaluable', () => {
    const visit = scan([
      hot(null, { evaluable: false, date: '2026-03-06' }),
      second(2, { date: '2026-03-06' }),
      other('progressed', { date: '2026-03-01' }),
    ]);
    expect(visitOf([base, visit])).toMatchObject({ overall: 'NE', date: '2026-03-06' });
  });
});

describe('texts', () => {
  it('of stable disease name both references where they are two', () => {
    const scans = [scan([hot(8)]), scan([hot(6)]), scan([hot(7)])];
    expect(targetTrace(scans, 2).text).toBe(
      'SULpeak 7 g/mL: -12.50 % and -1.00 g/mL against the baseline of 8 g/mL is neither response nor progression.'
    );
    expect(targetTrace(scans, 2, { 'percist.pmdRef': 'nadir' }).text).toBe(
      'SULpeak 7 g/mL: -12.50 % and -1.00 g/mL against the baseline of 8 g/mL is no response, and +16.67 % and +1.00 g/mL against the nadir of 6 g/mL is no progression.'
    );
  });
  it('of targets that were all treated and left out have no threshold', () => {
    const treated = hot(4, { locallyTreated: { date: '2026-01-20' } });
    const trace = targetTrace([scan([hot(8)]), scan([treated])], 1, { localTreatment: 'exclude' });
    expect(trace.text).toBe('Not evaluable: every target was treated.');
    expect(trace).not.toHaveProperty('threshold');
  });
  it.each([
    ['baseline', [{ liverSulMean: null, uptakeMinutes: null }, {}]],
    ['this scan', [{}, { liverSulMean: null, uptakeMinutes: null }]],
  ] as const)('of what is not known name the scan: %s', (name, [before, after]) => {
    const found = visitOf([scan([hot(8)], before), scan([hot(7)], after)]).findings.find(
      ({ rule }) => rule === 'comparability.unknown'
    );
    const where = name === 'baseline' ? 'the baseline' : name;
    expect(found?.text).toBe(
      `Taken as comparable; not known: liver mean SUL of ${where}; uptake time of ${where}.`
    );
  });
  it('of the activity need that of both scans', () => {
    const rules = (before: number | null, after: number | null) =>
      rulesOf([
        scan([hot(8)], { injectedActivityMBq: before }),
        scan([hot(7)], { injectedActivityMBq: after }),
      ]);
    expect(rules(300, 361)).toContain('comparability.activity');
    for (const [before, after] of [
      [300, 360],
      [null, 400],
      [300, null],
      [null, null],
    ] as const)
      expect(rules(before, after)).not.toContain('comparability.activity');
  });
});
