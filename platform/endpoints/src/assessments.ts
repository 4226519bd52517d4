import type { AssessmentOutput, TimepointOutput } from '@corelab/criteria';
import { EndpointError } from './endpointError.js';
import type { BaselineState, SubjectInput, VisitInput } from './inputSchema.js';
import { type AssessedBy, type EndpointOptions, sharedOptions } from './options.js';

/** PCWG3: bone progression that no later scan confirmed or voided, also under a response of soft tissue. */
function openBone({ components, overall, revised }: TimepointOutput): boolean {
  if ((revised?.value ?? overall) === 'PD') return false;
  return components?.bone === 'PDu' && (components.boneRevised ?? null) === null;
}

/** imRECIST: progression stands until a later visit voids it, and the best response goes on until one confirms it. */
function openProgression(criterion: string, { overall, revised }: TimepointOutput): boolean {
  const value = revised?.value ?? overall;
  return criterion === 'imrecist' && value === 'PD' && revised?.rule !== 'progression.confirmed';
}

function visitOf(criterion: string, one: TimepointOutput): VisitInput {
  const { id, date, overall, revised, burden, components } = one;
  const confirms = criterion === 'imwg-2016';
  // IMWG: `revised` is the confirmed category, and the next visit voids a progression here too. iRECIST: the confirming
  // visit makes the run final itself, and only if it enters.
  const asRead = confirms || revised?.rule === 'run.confirmed';
  const response = asRead ? overall : (revised?.value ?? overall);
  const visit = {
    id,
    date: date ?? null,
    response: response ?? null,
    burden: burden?.value ?? null,
  };
  return {
    ...visit,
    ...(confirms ? { confirmed: components?.confirmed ?? null } : {}),
    unresolved: openBone(one) || openProgression(criterion, one),
  };
}

function baselineOf(baseline: TimepointOutput | undefined): BaselineState {
  if (!baseline) return 'none';
  const unusable = baseline.findings.some(({ rule }) => rule === 'baseline.notEvaluable');
  return unusable ? 'notEvaluable' : 'complete';
}

/** The subject with the visits, baseline and burdens of its assessment; what it says itself comes first. */
export function withVisits(
  input: SubjectInput,
  pointer: string
): SubjectInput & { visits: VisitInput[] } {
  const { assessment, visits } = input;
  const wrong = (text: string) =>
    new EndpointError('CL_ENDPOINT_INPUT', `${pointer}/visits`, text, input.id);
  if (!assessment) {
    if (!visits) throw wrong('neither visits nor an assessment is given');
    return { ...input, visits };
  }
  if (visits) throw wrong('both visits and an assessment are given');
  const [baseline, ...rated] = assessment.timepoints;
  return {
    ...input,
    baseline: input.baseline ?? baselineOf(baseline),
    baselineDate: input.baselineDate ?? baseline?.date ?? null,
    baselineBurden: input.baselineBurden ?? baseline?.burden?.value ?? null,
    visits: rated.map(one => visitOf(assessment.criterion, one)),
  };
}

type Assessed = Pick<SubjectInput, 'id' | 'criterion'> & {
  readonly assessment?: AssessmentOutput | null | undefined;
};

/** The one criterion and the parameters of all subjects. Throws EndpointError CL_CRITERION_MISMATCH where they differ. */
export function assessedBy(
  subjects: readonly Assessed[],
  chosen: Partial<EndpointOptions>
): AssessedBy {
  let criterion = chosen.criterion ?? null;
  const parameters = new Map<string, unknown>();
  subjects.forEach(({ id, assessment, criterion: own }, index) => {
    const mismatch = (field: string, text: string) =>
      new EndpointError('CL_CRITERION_MISMATCH', `/subjects/${index}/${field}`, text, id);
    for (const [field, named] of [
      ['criterion', own],
      ['assessment/criterion', assessment?.criterion],
    ] as const) {
      if (!named) continue;
      if (criterion !== null && named !== criterion)
        throw mismatch(field, `rated by ${named}, the others by ${criterion}`);
      criterion = named;
    }
    if (!assessment) return;
    const standard = assessment.parameters.standard;
    const shared = { ...sharedOptions(assessment.parameters), ...(standard ? { standard } : {}) };
    for (const [name, value] of Object.entries(shared)) {
      if (name in chosen) continue;
      const text = JSON.stringify(value);
      const before = JSON.stringify(parameters.get(name));
      if (parameters.has(name) && before !== text)
        throw mismatch(
          `assessment/parameters/${name}`,
          `${name} is ${text}, of the others ${before}; the option ${name} decides for all`
        );
      parameters.set(name, value);
    }
  });
  return { criterion, parameters: Object.fromEntries(parameters) };
}
