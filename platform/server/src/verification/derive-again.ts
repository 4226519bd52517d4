import type { AssessmentOutput } from '@corelab/criteria';
import { hashJson } from '../audit/canonical-json.js';
import { engine } from '../workflow/engine.js';
import type { RatedTimepoint } from '../workflow/derive.js';
import type { Evaluate, KeptEngines } from './kept-engines.js';
import type { NotDerivable, SignatureProblem, UpgradeImpact } from './problems.js';
import type { Stood } from './signed-course.js';

/** A signed result with what it was made of. */
export interface ResultToDerive {
  readonly kind: string;
  readonly id: string;
  readonly sequence: number;
  readonly criterion: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly engineVersion: string;
  /** As it is kept. */
  readonly result: AssessmentOutput;
  readonly stood: Stood;
}

/** What deriving it again found. */
export interface DerivedAgain {
  readonly same: boolean;
  readonly problem: SignatureProblem | null;
  readonly notDerivable: NotDerivable | null;
  readonly impacts: readonly UpgradeImpact[];
}

const madeBy = (
  evaluate: Evaluate,
  { criterion, parameters }: ResultToDerive,
  timepoints: readonly RatedTimepoint[]
): AssessmentOutput | string => {
  const made = evaluate({ criterion, parameters, timepoints });
  return 'result' in made ? made.result : made.refused.message;
};

const overallOf = (result: AssessmentOutput, code: string): string | null =>
  result.timepoints.find(({ id }) => id === code)?.overall ?? null;

const differingParts = (one: object, other: object): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter(part => {
      const [was, now] = [one, other].map(of => (of as Record<string, unknown>)[part] ?? null);
      return hashJson(was) !== hashJson(now);
    })
    .sort();

/** What today's rules make of it where that is something else. */
const impactsOf = (
  { kind, id, criterion, result }: ResultToDerive,
  today: AssessmentOutput | string
): UpgradeImpact[] => {
  const of = { kind, id, criterion };
  if (typeof today === 'string') {
    const timepoint = result.timepoints.at(-1)?.id ?? '';
    const was = overallOf(result, timepoint);
    return [{ ...of, timepoint, differs: [`refused: ${today}`], was, now: null }];
  }
  return result.timepoints.flatMap(was => {
    const now = today.timepoints.find(timepoint => timepoint.id === was.id);
    const differs = now === undefined ? ['timepoint'] : differingParts(was, now);
    return differs.length === 0
      ? []
      : [
          {
            ...of,
            timepoint: was.id,
            differs,
            was: was.overall ?? null,
            now: now?.overall ?? null,
          },
        ];
  });
};

/**
 * Derives a signed result again with the engine that its signature names. That it comes out otherwise is a problem; that today's
 * rules would make something else is none.
 */
export const deriveAgain = async (
  engines: KeptEngines,
  one: ResultToDerive
): Promise<DerivedAgain> => {
  const { kind, id, criterion, sequence, engineVersion, result } = one;
  const none = { same: false, problem: null, impacts: [] };
  const notDerivable = (why: string) => ({ kind, id, criterion, why });
  if (one.stood.timepoints === null) return { ...none, notDerivable: notDerivable(one.stood.why) };
  const { timepoints } = one.stood;
  const named = await engines.named(engineVersion);
  const impacts =
    engine.version === engineVersion
      ? []
      : impactsOf(one, madeBy(engine.evaluate, one, timepoints));
  if (named.evaluate === null) return { ...none, impacts, notDerivable: notDerivable(named.why) };
  const again = madeBy(named.evaluate, one, timepoints);
  if (typeof again !== 'string' && hashJson(again) === hashJson(result))
    return { same: true, problem: null, notDerivable: null, impacts };
  const last = result.timepoints.at(-1)?.id ?? '';
  const said =
    typeof again === 'string'
      ? `refuses it: ${again}`
      : `makes ${overallOf(again, last)} of ${last} where ${overallOf(result, last)} was signed`;
  return {
    ...{ same: false, notDerivable: null, impacts },
    problem: {
      ...{ code: 'CL_RESULT_DIFFERS', kind, id, sequence },
      message: `the engine named in the signature (${engineVersion}) ${said}, by ${criterion}`,
    },
  };
};
