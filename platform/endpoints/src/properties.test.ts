import { describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import fc from 'fast-check';
import { endpoints } from './endpoints.js';
import type { SubjectInput, VisitInput } from './inputSchema.js';
import { type EndpointOptions, vocabularyIds } from './options.js';
import { endpointSchemas } from './outputSchema.js';
import { one, onDay, start } from './testing/subjects.js';
import { codesOf, vocabularies } from './vocabularies.js';

type Vocabulary = EndpointOptions['vocabulary'];

const responses = (vocabulary: Vocabulary): readonly string[] =>
  codesOf(vocabularies[vocabulary]).filter(code => code !== 'MISSING');

const anyOptions: fc.Arbitrary<Partial<EndpointOptions>> = fc.record({
  confirmation: fc.constantFrom('none', 'responses'),
  maxInterveningNE: fc.nat(2),
  acceptInterveningSD: fc.boolean(),
  clinicalPd: fc.constantFrom('censor', 'event'),
  newTherapy: fc.constantFrom('censor', 'ignore'),
  missed: fc.constantFrom('censor', 'event', 'eventAtFirstMissed'),
  adequate: fc.constantFrom('notNE', 'any'),
  unresolvedIupd: fc.constantFrom('event', 'censor'),
  unresolvedPpd: fc.constantFrom('event', 'censor'),
  pduBor: fc.constantFrom('SD', 'PD'),
  pduRpfs: fc.constantFrom('noEvent', 'event'),
  intervalDays: fc.constantFrom(null, 56),
  windowDays: fc.constant(7),
  missedGap: fc.constantFrom(null, 30),
});

const onceIn = (times: number, day: fc.Arbitrary<number>) =>
  fc.option(day, { freq: times, nil: null });

/** Visits at increasing dates; death, where there is one, after everything else. */
function anySubject(vocabulary: Vocabulary): fc.Arbitrary<SubjectInput> {
  const { progression, pending } = vocabularies[vocabulary];
  const visit = fc.record({
    wait: fc.integer({ min: 1, max: 130 }),
    response: fc.constantFrom(...responses(vocabulary)),
    early: fc.double({ min: 0, max: 0.9, noNaN: true }),
  });
  return fc
    .record({
      planned: fc.array(visit, { maxLength: 8 }),
      therapy: onceIn(1, fc.integer({ min: 0, max: 700 })),
      stop: onceIn(1, fc.integer({ min: 0, max: 700 })),
      contact: onceIn(2, fc.integer({ min: 0, max: 900 })),
      dies: onceIn(1, fc.integer({ min: 0, max: 200 })),
      baseline: fc.constantFrom('complete', 'complete', 'complete', 'incomplete', 'none'),
    })
    .map(({ planned, therapy, stop, contact, dies, baseline }) => {
      let day = 0;
      const visits = planned.map(({ wait, response, early }): VisitInput => {
        const before = day;
        day += wait;
        const progressed = [...progression, ...pending].includes(response);
        const pdDate = progressed ? onDay(day - Math.floor((day - before - 1) * early)) : null;
        return { date: onDay(day), response, pdDate };
      });
      const dated = (days: number | null) => (days === null ? null : onDay(days));
      return {
        id: 'S',
        startDate: start,
        visits,
        newTherapyDate: dated(therapy),
        stop: stop === null ? null : { date: onDay(stop), reason: 'clinicalProgression' },
        lastContactDate: dated(contact),
        deathDate: dated(
          dies === null ? null : Math.max(day, therapy ?? 0, stop ?? 0, contact ?? 0) + dies
        ),
        baseline,
      };
    });
}

describe.each(vocabularyIds)('%s', vocabulary => {
  const subject = anySubject(vocabulary);
  const options = anyOptions.map(given => ({ ...given, vocabulary }));
  const { rank, progression } = vocabularies[vocabulary].responses;

  it('unconfirmed best response is never worse than confirmed', () => {
    fc.assert(
      fc.property(subject, options, (input, given) => {
        const { unconfirmed, confirmed } = one(input, given).bestOverallResponse;
        expect(rank.indexOf(unconfirmed.value)).toBeLessThanOrEqual(rank.indexOf(confirmed.value));
      })
    );
  });

  it('a visit after progression changes nothing', () => {
    fc.assert(
      fc.property(
        subject,
        options,
        fc.constantFrom(...responses(vocabulary)),
        (input, given, more) => {
          // IMWG: the next sample confirms it.
          const days = vocabularies[vocabulary].byNextVisit ? [2000, 2050] : [2000];
          const shown = days.map(day => ({ date: onDay(day), response: progression }));
          const visits = [...(input.visits ?? []), ...shown];
          const ended = { ...input, visits, deathDate: null, lastContactDate: onDay(3000) };
          const longer = { ...ended, visits: [...visits, { date: onDay(2100), response: more }] };
          const before = { ...one(ended, given), plots: null, findings: null };
          const after = { ...one(longer, given), plots: null, findings: null };
          expect(after).toEqual(before);
        }
      )
    );
  });

  it('a progression-free event is no later than death or the last day known alive', () => {
    fc.assert(
      fc.property(subject, options, (input, given) => {
        const { pfs, os } = one(input, given);
        expect(pfs.days ?? 0).toBeLessThanOrEqual(os.days ?? 0);
      })
    );
  });

  it('death without progression is an event of both on one date', () => {
    fc.assert(
      fc.property(subject, options, (input, given) => {
        const { pfs, os } = one(input, given);
        if (pfs.reason === 'death') expect(os).toMatchObject({ event: true, date: pfs.date });
      })
    );
  });

  it('no date of an end precedes the start or the response', () => {
    fc.assert(
      fc.property(subject, options, (input, given) => {
        const { pfs, os, dor, ttr } = one(input, given);
        for (const time of [pfs, os, dor, ttr])
          if (time && time.days !== null) expect(time.days).toBeGreaterThanOrEqual(1);
      })
    );
  });

  it('a data cutoff never lengthens a time', () => {
    fc.assert(
      fc.property(subject, options, fc.integer({ min: 0, max: 1000 }), (input, given, day) => {
        const whole = one(input, given);
        const cut = one({ ...input, cutoffDate: onDay(day) }, given);
        for (const name of ['pfs', 'os', 'dor', 'ttr'] as const) {
          const [long, short] = [whole[name]?.days, cut[name]?.days];
          if (typeof long === 'number' && typeof short === 'number')
            expect(short).toBeLessThanOrEqual(long);
        }
        if (whole.ttr === null) expect(cut.ttr).toBeNull();
      })
    );
  });

  it('the order of the subjects changes nothing in the cohort, and the document fits its schema', () => {
    fc.assert(
      fc.property(
        fc.array(subject, { maxLength: 12 }),
        options,
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        (inputs, given, keys) => {
          const subjects = inputs.map((input, index) => ({ ...input, id: `S${index}` }));
          const shuffled = subjects
            .map((input, index) => ({ input, key: keys[index] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ input }) => input);
          const result = endpoints({ subjects, options: given });
          expect(endpoints({ subjects: shuffled, options: given }).cohort).toEqual(result.cohort);
          expect(Value.Check(endpointSchemas.output, result)).toBe(true);
        }
      ),
      { numRuns: 40 }
    );
  });
});
