import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  actServer,
  adjudicated,
  people,
  type ActServer,
  type Adjudicated,
} from '../testing/acts/act-server.js';
import { actNames, tryAct, type ActName, type Try } from '../testing/acts/acts.js';
import { actTrial } from '../testing/acts/act-trial.js';
import { exportWatch } from '../testing/acts/as-of-invariants.js';
import { recordWatch } from '../testing/acts/record-invariants.js';
import {
  manifestsShowNothingLater,
  releaseWatch,
  viewsShowOwnWork,
} from '../testing/acts/view-invariants.js';

/** A run is some fifty requests; a campaign many runs, and other ones each time. */
const campaign = process.env['CORELAB_ACT_RUNS'];
const runs = Number(campaign ?? '2');
const seed = process.env['CORELAB_ACT_SEED'] ?? (campaign === undefined ? '20260105' : undefined);
jest.setTimeout(60_000 + runs * 60_000);

/** How often an act is tried among the others; 1 unless said. */
const weights: Readonly<Partial<Record<ActName, number>>> = {
  ...{ readNext: 24, deliver: 14, signDecision: 6, pass: 3, sendOtherBytes: 2 },
  ...{ decideUnlock: 4, askUnlock: 3, decideImpact: 5, releaseQuarantined: 2, match: 2 },
  ...{ declareMissed: 2, endImaging: 2, answerProblem: 3, raiseProblem: 2, saveDraft: 2 },
  ...{ replaceReader: 3, decideVersion: 2, leaveQc: 2, withdrawExam: 2, correctExam: 2 },
};
const number = fc.nat({ max: 23 });
const tries: fc.Arbitrary<Try> = fc.record({
  act: fc.oneof(
    ...actNames.map(act => ({ arbitrary: fc.constant(act), weight: weights[act] ?? 1 }))
  ),
  who: fc.oneof(
    { weight: 14, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...people) }
  ),
  ...{ a: number, b: number, c: number },
});

const done = (act: ActName, a: number, b = 0, c = 0): Try => ({ act, who: null, a, b, c });
/** How far a subject's reading has come before anything goes by chance: all is delivered, and so much is read. */
const begun = fc
  .array(fc.nat({ max: 6 }), { maxLength: 6 })
  .map(sizes => [
    ...[0, 1, 2].map(timepoint => done('deliver', 0, timepoint)),
    ...sizes.map((size, index) => done('readNext', index, 0, size)),
  ]);
const kinds = fc.constantFrom(...(Object.keys(adjudicated) as Adjudicated[]));
const plans = fc
  .tuple(
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 4, arbitrary: begun }),
    fc.array(tries, { minLength: 20, maxLength: 40 })
  )
  .map(parts => parts.flat());

describe('any acts by anybody in a trial of two readers', () => {
  let on: ActServer;
  beforeAll(async () => {
    on = await actServer();
  }, 120_000);
  afterAll(() => on.close());

  it('are done or refused with a code, and what must hold of a trial holds after each', async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(kinds, plans, async (kind, plan) => {
        const trial = await actTrial(on, kind);
        const record = recordWatch(trial);
        const releases = releaseWatch(trial);
        const exports = exportWatch(trial);
        const trail: string[] = [];
        const step = async (index: number, tried: Try): Promise<void> => {
          const answers = (await tryAct(trial, tried)) ?? [];
          for (const { statusCode, body } of answers) {
            const code = statusCode === 200 ? 'done' : /"code":"(CL_\w+)"/.exec(body)?.[1];
            if (code === undefined || statusCode >= 500) {
              throw new Error(`${tried.act} was answered ${statusCode} ${body}`);
            }
            const key = `${tried.act} ${code}`;
            outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
            trail.push(`${key} ${JSON.stringify(tried)}`);
          }
          expect([tried.act, await on.server.releases.failed()]).toEqual([tried.act, []]);
          await record.check();
          await releases.check();
          await manifestsShowNothingLater(trial);
          if (index % 10 === 9 || index === plan.length - 1) {
            await viewsShowOwnWork(trial);
            await exports.make();
            await exports.makeAgain();
            await record.verify();
          }
        };
        for (const [index, tried] of plan.entries()) {
          await step(index, tried).catch((cause: unknown) => {
            const text = cause instanceof Error ? cause.message : String(cause);
            throw new Error(`${text}\n${kind}, after:\n${trail.slice(-40).join('\n')}`, { cause });
          });
        }
      }),
      {
        numRuns: runs,
        ...(seed === undefined ? {} : { seed: Number(seed) }),
        ...(process.env['CORELAB_ACT_PATH'] === undefined
          ? {}
          : { path: process.env['CORELAB_ACT_PATH'] }),
        endOnFailure: process.env['CORELAB_ACT_SHRINK'] === undefined,
      }
    );
    if (process.env['CORELAB_ACT_OUTCOMES'] !== undefined) {
      process.stdout.write(
        `${[...outcomes]
          .map(([key, n]) => `${key} ${n}`)
          .sort()
          .join('\n')}\n`
      );
    }
  });
});
