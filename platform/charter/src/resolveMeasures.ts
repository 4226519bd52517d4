import { criteria } from '@corelab/criteria';
import { EndpointError, resolveOptions } from '@corelab/endpoints';
import { Value } from '@sinclair/typebox/value';
import { isRecord } from './isRecord.js';
import type { CharterProblem } from './meaning/problem.js';
import { suggestion } from './nearestName.js';
import type { Charter, CriterionChoice } from './schema/charter.js';

type Resolved<T> = { ok: true; value: T } | { ok: false; problems: CharterProblem[] };

/** A charter's measures with every parameter and option spelled out, or what is wrong with them. */
export type ResolvedMeasures = Resolved<Pick<Charter, 'criteria' | 'endpoints'>>;

/**
 * Fills in the criteria's own defaults and the endpoints' options, so that a charter's hash covers everything
 * its reads are judged by and a later default does not change an older trial.
 */
export function resolveMeasures(charter: Charter): ResolvedMeasures {
  const resolved = charter.criteria.map((criterion, index) =>
    resolveCriterion(criterion, `/criteria/${index}`)
  );
  const problems = resolved.flatMap(one => (one.ok ? [] : one.problems));
  if (problems.length > 0) return { ok: false, problems };
  const chosen = resolved.flatMap(one => (one.ok ? [one.value] : []));
  const endpoints = resolveEndpoints({ ...charter, criteria: chosen });
  if (!endpoints.ok) return endpoints;
  return { ok: true, value: { criteria: chosen, endpoints: endpoints.value } };
}

function resolveCriterion(criterion: CriterionChoice, path: string): Resolved<CriterionChoice> {
  const known = Object.keys(criteria);
  const chosen = known.includes(criterion.id) ? criteria[criterion.id] : undefined;
  if (!chosen) {
    const message = `unknown criterion ${criterion.id}${suggestion(criterion.id, known)} (expected ${known.join(', ')})`;
    return { ok: false, problems: [{ path: `${path}/id`, message }] };
  }
  const properties: unknown = chosen.parameters['properties'];
  const names = isRecord(properties) ? Object.keys(properties) : [];
  const problems = new Map<string, CharterProblem>();
  for (const name of Object.keys(criterion.parameters)) {
    if (names.includes(name)) continue;
    const at = `${path}/parameters/${escaped(name)}`;
    const message = `${criterion.id} has no parameter ${name}${suggestion(name, names)}`;
    problems.set(at, { path: at, message, atKey: true });
  }
  const parameters: unknown = Value.Default(chosen.parameters, { ...criterion.parameters });
  for (const error of Value.Errors(chosen.parameters, parameters)) {
    const at = `${path}/parameters${error.path}`;
    if (!problems.has(at)) problems.set(at, { path: at, message: error.message });
  }
  if (problems.size > 0 || !isRecord(parameters)) {
    return { ok: false, problems: [...problems.values()] };
  }
  return { ok: true, value: { ...criterion, parameters } };
}

/** A step of a JSON Pointer. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * The endpoints' options under the criterion they go by: the one they name, else the primary one, else the
 * first. What a read's best response is computed by can't be something else in the endpoints.
 */
export function resolveEndpoints({
  criteria: chosen,
  endpoints,
}: Charter): Resolved<Charter['endpoints']> {
  const named = endpoints.criterion;
  const known = chosen.map(({ id }) => id);
  const criterion =
    named === undefined
      ? (chosen.find(({ primary }) => primary) ?? chosen[0])
      : chosen.find(({ id }) => id === named);
  if (criterion === undefined) {
    if (Object.keys(endpoints).length === 0) return { ok: true, value: endpoints };
    const message =
      known.length === 0
        ? 'these options are of responses, and no criterion of this trial gives any; remove them'
        : `${named} is no criterion of this trial${suggestion(named ?? '', known)} (criteria are ${known.join(', ')})`;
    const path = known.length === 0 ? '/endpoints' : '/endpoints/criterion';
    return { ok: false, problems: [{ path, message }] };
  }
  const { id, parameters } = criterion;
  const problems = Object.entries(endpoints).flatMap(([name, value]) =>
    Object.hasOwn(parameters, name) && !Value.Equal(parameters[name], value)
      ? [
          {
            path: `/endpoints/${escaped(name)}`,
            message: `${name} is ${JSON.stringify(value)} here and ${JSON.stringify(parameters[name])} in the parameters of ${id}; say it once, there`,
          },
        ]
      : []
  );
  if (problems.length > 0) return { ok: false, problems };
  try {
    return { ok: true, value: resolveOptions(endpoints, { criterion: id, parameters }) };
  } catch (cause) {
    if (!(cause instanceof EndpointError)) throw cause;
    const path = cause.path.replace(/^\/options/, '/endpoints');
    return { ok: false, problems: [{ path, message: cause.message }] };
  }
}
