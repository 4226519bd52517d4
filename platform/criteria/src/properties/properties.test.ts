import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess, criteria } from '../assess.js';
import type { AssessmentInput, AssessmentOutput, TimepointOutput } from '../schemas.js';
import { courses } from '../courses/courses.testdata.js';
import { ruleUses } from '../courses/rules.testdata.js';
import { histories } from './course.testdata.js';
import { sizeEntries } from './diameters.testdata.js';
import type { Entry } from './lesions.testdata.js';
import { subjected } from './subjected.testdata.js';

/** More of them in a campaign: `npm run verify:properties`. */
const numRuns = 20 * Number(process.env['CORELAB_PROPERTY_TIMES'] ?? '1');

/** docs/criteria/rules.md */
const listed = new Set(ruleUses(courses).map(({ rule }) => rule));

/** So that a criterion that changes what it was given is caught. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const run = (input: AssessmentInput): AssessmentOutput => assess(frozen(input));

/** What was known of a visit at its time: what later visits settle, or object to, is left out. */
function knownThen(one: TimepointOutput, retrospective: readonly string[]) {
  const { id, burden, burdens, lesions, target, nonTarget, newLesions, overall, flags, trace } =
    one;
  const known = Object.entries(one.components ?? {}).filter(
    ([name]) => !retrospective.includes(name)
  );
  const components = Object.fromEntries(known);
  return {
    id,
    burden,
    burdens,
    lesions,
    target,
    nonTarget,
    newLesions,
    components,
    overall,
    flags,
    trace,
  };
}

/** A visit without what only lists lesions in the order they came in. */
function rated(one: TimepointOutput) {
  const { trace, findings, lesions, ...rest } = one;
  return {
    ...rest,
    rules: trace
      .map(({ rule, numbers, margin }) => JSON.stringify({ rule, numbers, margin }))
      .sort(),
    lesions: [...lesions].sort((a, b) => (a.id < b.id ? -1 : 1)),
    findings: findings.map(({ rule, severity }) => `${severity} ${rule}`).sort(),
  };
}

/** Without enhancement nothing is viable: a value of its own, whatever was measured. */
const isStatedAbsent = (input: AssessmentInput, visit: string, lesion: string): boolean =>
  input.timepoints
    .find(({ id }) => id === visit)
    ?.lesions.some(one => one.id === lesion && (one as Entry).arterialEnhancement === false) ??
  false;

/** Without a size of its own it goes on being a part of the joint mass. */
const wasMerged = ({ timepoints }: AssessmentInput, lesion: string): boolean =>
  timepoints.some(({ lesions }) => lesions.some(one => one.id === lesion && one.mergedInto));

const progressionRule = /(^|\.)pd(\.|$)/;
/** PD, IUPD, ICPD, cPD, PMD. */
const anyProgression = /PM?D$/;

describe('every criterion of the registry', () => {
  it('has random histories here', () => {
    expect(Object.keys(subjected).sort()).toEqual(Object.keys(criteria).sort());
  });
});

describe.each(Object.entries(subjected))('%s: what always holds', (id, one) => {
  const criterion = criteria[id];
  if (!criterion) throw new Error(`no criterion ${id}`);
  const history = histories(id, criterion.parameters, one.family);
  const holds = (property: (input: AssessmentInput, output: AssessmentOutput) => void): void => {
    fc.assert(
      fc.property(history, input => property(input, run(input))),
      { numRuns }
    );
  };

  it('a later timepoint changes nothing of an earlier one but what it revises', () => {
    const { retrospective = [] } = one;
    holds((input, { timepoints }) => {
      const all = timepoints.map(visit => knownThen(visit, retrospective));
      for (let length = 1; length < all.length; length += 1) {
        const some = run({ ...input, timepoints: input.timepoints.slice(0, length) });
        expect(some.timepoints.map(visit => knownThen(visit, retrospective))).toEqual(
          all.slice(0, length)
        );
      }
    });
  });

  it('the order of lesions and of timepoints changes nothing', () => {
    holds((input, output) => {
      const turned = input.timepoints.map(visit => ({
        ...visit,
        lesions: [...visit.lesions].reverse(),
      }));
      const { timepoints, bestOverallResponse } = run({ ...input, timepoints: turned });
      expect(timepoints.map(rated)).toEqual(output.timepoints.map(rated));
      expect(bestOverallResponse).toEqual(output.bestOverallResponse);
      if (!input.timepoints[0]?.date) return;
      const [base, ...visits] = input.timepoints;
      const marked = [{ ...base, kind: 'baseline' }, ...visits] as AssessmentInput['timepoints'];
      expect(run({ ...input, timepoints: [...marked].reverse() })).toEqual(
        run({ ...input, timepoints: marked })
      );
    });
  });

  const { scaling } = one;
  const scaled = (lesion: Entry, names: readonly string[], factor: number): Entry => {
    const larger = names.flatMap(name => {
      const value = lesion[name];
      return typeof value === 'number' ? [[name, Math.round(value * factor * 1e6) / 1e6]] : [];
    });
    return { ...lesion, ...(Object.fromEntries(larger) as Record<string, number>) };
  };
  const relative =
    'absolute' in scaling
      ? `does depend on the unit: ${scaling.absolute}`
      : 'does not depend on the unit: every size times three';
  it(relative, () => {
    holds((input, { parameters }) => {
      if ('absolute' in scaling) {
        expect(scaling.absolute).not.toBe('');
        return;
      }
      const { lengths, without = () => false } = scaling;
      const kept = (lesions: readonly unknown[]) => (lesions as Entry[]).filter(x => !without(x));
      const sizes = scaling.parameters.map(name => [name, 3 * Number(parameters[name])]);
      const [as, larger] = [1, 3].map(factor =>
        run({
          ...input,
          parameters: {
            ...input.parameters,
            ...(factor === 1 ? {} : (Object.fromEntries(sizes) as Record<string, number>)),
          },
          timepoints: input.timepoints.map(visit => ({
            ...visit,
            lesions: kept(visit.lesions).map(lesion => scaled(lesion, lengths, factor)),
          })),
        })
      );
      const categories = (output: AssessmentOutput | undefined) => ({
        best: output?.bestOverallResponse,
        visits: output?.timepoints.map(
          ({ target, nonTarget, newLesions, components, overall, revised, date }) => ({
            ...{ target, nonTarget, newLesions, components, overall, revised, date },
          })
        ),
      });
      expect(categories(larger)).toEqual(categories(as));
    });
  });

  it('a progression by numbers meets every threshold by the numbers of its trace', () => {
    holds((_input, { timepoints, parameters }) => {
      for (const { rule, numbers, threshold, text } of timepoints.flatMap(({ trace }) => trace)) {
        const met = one.progression[rule];
        if (!met) {
          const byNumbers = threshold !== undefined && progressionRule.test(rule);
          expect(byNumbers ? `no thresholds for ${rule}` : '').toBe('');
          continue;
        }
        if (threshold === undefined) continue;
        for (const [value, least] of met(numbers, parameters)) {
          expect(value === undefined ? `a number is missing: ${rule} ${text}` : '').toBe('');
          if (value !== null)
            expect({ rule, text, ok: (value ?? 0) >= least }).toEqual({ rule, text, ok: true });
        }
      }
    });
  });

  it('the margin of a category leads to another one, on its other side', () => {
    holds((_input, { timepoints }) => {
      for (const { rule, margin } of timepoints.flatMap(({ trace }) => trace)) {
        if (!margin) continue;
        expect(rule.toLowerCase().split('.')).not.toContain(margin.category.toLowerCase());
        expect(Number.isFinite(margin.value)).toBe(true);
      }
    });
  });

  it('the nadir never rises unless it starts again', () => {
    holds((_input, { timepoints, parameters }) => {
      if (one.nadirRestarts?.(parameters)) return;
      const burdens = timepoints.flatMap(({ burden }) => (burden ? [burden] : []));
      let least = Number.POSITIVE_INFINITY;
      for (const { nadir, value } of burdens) {
        if (typeof nadir === 'number') expect(nadir).toBeLessThanOrEqual(least);
        least = Math.min(
          least,
          nadir ?? least,
          parameters.localTreatment === 'exclude' ? least : (value ?? least)
        );
      }
    });
  });

  it('the unconfirmed best response is never worse than the confirmed one', () => {
    holds((_input, { bestOverallResponse: { unconfirmed, confirmed } }) => {
      const [a, b] = [unconfirmed, confirmed].map(({ value }) => one.rank.indexOf(value));
      expect({ unconfirmed, confirmed, known: (a ?? -1) >= 0 && (b ?? -1) >= 0 }).toMatchObject({
        known: true,
      });
      expect({ unconfirmed, confirmed, holds: (a ?? 0) <= (b ?? 0) }).toMatchObject({
        holds: true,
      });
    });
  });

  it('an equivocal lesion is confirmed only by a visit that is progression itself', () => {
    holds((_input, { timepoints }) => {
      for (const { id: visit, revised } of timepoints) {
        if (revised?.rule !== 'newLesion.equivocalConfirmed' || one.newLesionsMeasured) continue;
        const by = timepoints.find(one => one.id === revised.byTimepoint);
        expect(`${visit}: ${by?.revised?.value ?? by?.overall ?? 'none'}`).toMatch(anyProgression);
      }
    });
  });

  it('a size taken away is missing, never zero', () => {
    const withPick = fc.tuple(history, fc.nat());
    fc.assert(
      fc.property(withPick, ([input, pick]) => {
        const before = run(input).timepoints;
        const measured = before.flatMap(({ id: visit, lesions }, index) =>
          lesions
            .filter(
              ({ id: lesion, status }) =>
                index > 0 &&
                status === 'measured' &&
                before[0]?.lesions.some(own => own.id === lesion) &&
                !isStatedAbsent(input, visit, lesion) &&
                !wasMerged(input, lesion)
            )
            .map(lesion => ({ visit, lesion: lesion.id }))
        );
        const taken = measured[pick % Math.max(measured.length, 1)];
        if (!taken) return;
        const timepoints = input.timepoints.map(visit =>
          visit.id !== taken.visit
            ? visit
            : {
                ...visit,
                lesions: visit.lesions.map(lesion => {
                  const kept = Object.entries(lesion).filter(
                    ([name]) => !sizeEntries.includes(name)
                  );
                  return lesion.id === taken.lesion ? (Object.fromEntries(kept) as Entry) : lesion;
                }),
              }
        );
        const after = run({ ...input, timepoints }).timepoints.find(
          visit => visit.id === taken.visit
        );
        const entry = after?.lesions.find(lesion => lesion.id === taken.lesion);
        expect(entry).toMatchObject({ value: null });
        const bySize = after ? one.bySize(after) : null;
        if (typeof bySize === 'string') expect(one.unmeasured).toContain(bySize);
        if (typeof bySize === 'string' || !one.byStateAlone)
          expect(after?.findings).toContainEqual(
            expect.objectContaining({ lesion: taken.lesion, severity: 'block' })
          );
      }),
      { numRuns }
    );
  });

  it('the same input gives the same answer, to the letter', () => {
    holds((input, output) => {
      expect(JSON.stringify(run(structuredClone(input)))).toBe(JSON.stringify(output));
    });
  });

  it('is the same without a trace, but for the trace', () => {
    holds((input, output) => {
      const bare = output.timepoints.map(visit => ({ ...visit, trace: [] }));
      expect(assess(input, { trace: false })).toEqual({ ...output, timepoints: bare });
    });
  });

  it('every category has its rule, its reason and its source', () => {
    holds((_input, { timepoints }) => {
      timepoints.forEach(({ trace, overall, target }, index) => {
        for (const { rule, text, source } of trace) {
          expect(rule).toMatch(/^[a-z][a-zA-Z0-9]*(\.[a-zA-Z0-9-]+)+$/);
          expect(text).toMatch(/\S/);
          expect(source).toMatch(/\d{4}/);
        }
        if (index === 0) return;
        expect(typeof overall).toBe('string');
        const rules = trace.map(({ rule }) => rule);
        expect(rules.at(-1)).toMatch(/\./);
        if (typeof target === 'string' && one.bySize({ target } as TimepointOutput) === target)
          expect(rules.filter(rule => rule.startsWith('target.'))).not.toEqual([]);
      });
    });
  });

  it('every rule is in the list of rules', () => {
    holds((_input, { timepoints }) => {
      for (const { trace, findings, revised } of timepoints)
        for (const { rule } of [...trace, ...findings, ...(revised ? [revised] : [])])
          expect(listed.has(rule) ? '' : rule).toBe('');
    });
  });

  it('no number has more than two decimals', () => {
    holds((_input, { timepoints }) => {
      for (const { burden, trace, lesions } of timepoints) {
        const numbers = [
          ...Object.values(burden ?? {}),
          ...trace.flatMap(each => [...Object.values(each.numbers), each.margin?.value]),
          ...lesions.map(({ value }) => value),
        ];
        for (const number of numbers)
          if (typeof number === 'number') expect(Number(number.toFixed(2))).toBe(number);
      }
    });
  });
});
