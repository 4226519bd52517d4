import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assess, criteria } from '../assess.js';
import type { AssessmentInput, TimepointInput, TimepointOutput, Trace } from '../schemas.js';
import { histories } from './course.testdata.js';
import { marginless } from './marginless.testdata.js';
import { type Movable, movable } from './movable.testdata.js';
import { subjected } from './subjected.testdata.js';

/** More of them in a campaign: `npm run verify:properties`. */
const numRuns = 30 * Number(process.env['CORELAB_PROPERTY_TIMES'] ?? '1');

/** Whether a condition on its numbers decided. */
const comparesNumbers = ({ numbers, threshold }: Trace): boolean =>
  threshold !== undefined && Object.values(numbers).some(value => value !== null);

/** Just more than a margin of two decimals is rounded by: the next threshold may be a hundredth away. */
const hair = 0.006;

interface Tried {
  readonly input: AssessmentInput;
  readonly visit: TimepointInput;
  readonly output: TimepointOutput;
  readonly number: Movable;
  readonly trace: Trace;
}

/** The category once the number has moved by so much; null where it can not be moved. */
function categoryAfter({ input, visit, output, number, trace }: Tried, by: number): string | null {
  const moved = trace.margin ? number.move(visit, output, trace.margin, by) : null;
  if (moved === null) return null;
  const timepoints = input.timepoints.map(one => (one.id === visit.id ? moved : one));
  const after = assess({ ...input, timepoints }).timepoints.find(one => one.id === visit.id);
  return after ? number.categoryOf(after) : null;
}

/** What is wrong with a margin; null where it holds or can not be tried. */
function fault(tried: Tried): string | null {
  const { margin } = tried.trace;
  const before = tried.number.categoryOf(tried.output);
  if (!margin || before === null) return null;
  const ways = margin.value > 0 ? [-1] : margin.value < 0 ? [1] : [1, -1];
  const beyond = ways.map(way => categoryAfter(tried, -margin.value + way * hair));
  if (beyond.includes(null)) return null;
  const at = `${tried.trace.rule} ${JSON.stringify(margin)}`;
  if (!tried.number.nearest && beyond.every(category => category === before)) return null;
  if (!beyond.includes(margin.category)) return `${at}: ${beyond.join(' or ')} beyond it`;
  const [way = 1] = ways;
  if (!tried.number.nearest || Math.abs(margin.value) < 2 * hair) return null;
  const short = categoryAfter(tried, -margin.value - way * hair);
  return short === null || short === before ? null : `${at}: ${short} before it`;
}

describe.each(Object.entries(subjected))('margins of %s', (id, one) => {
  const criterion = criteria[id];
  if (!criterion) throw new Error(`no criterion ${id}`);
  const history = histories(id, criterion.parameters, one.family);

  it('every trace that compares numbers has one, or a reason why not', () => {
    fc.assert(
      fc.property(history, input => {
        for (const trace of assess(input).timepoints.flatMap(visit => visit.trace)) {
          if (trace.margin || !comparesNumbers(trace)) continue;
          const why = marginless[id]?.[trace.rule] ?? marginless['*']?.[trace.rule];
          expect(why ?? `no margin: ${trace.rule} ${trace.text}`).not.toMatch(/^no margin/);
        }
      }),
      { numRuns }
    );
  });

  for (const number of movable[id] ?? [])
    it(`the number of ${String(number.rule)} leads to the margin's category, and not before`, () => {
      fc.assert(
        fc.property(history, input => {
          for (const output of assess(input).timepoints.slice(1)) {
            const visit = input.timepoints.find(each => each.id === output.id);
            // Progression by a number has a trace after that of its level.
            const trace = output.trace.findLast(one => one.margin && number.rule.test(one.rule));
            if (visit && trace) expect(fault({ input, visit, output, number, trace })).toBeNull();
          }
        }),
        { numRuns }
      );
    });
});

describe('the numbers that margins are tried on', () => {
  it('are of criteria of the registry', () => {
    expect(Object.keys(criteria)).toEqual(expect.arrayContaining(Object.keys(movable)));
  });
  it('are excused for criteria of the registry alone', () => {
    const excused = Object.keys(marginless).filter(id => id !== '*');
    expect(Object.keys(criteria)).toEqual(expect.arrayContaining(excused));
  });
});
