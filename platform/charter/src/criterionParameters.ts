import { criteria } from '@corelab/criteria';
import { Value } from '@sinclair/typebox/value';
import type { Charter } from './charter.js';
import { isRecord } from './isRecord.js';
import { suggestion } from './nearestName.js';
import type { CharterProblem } from './schemaProblems.js';

/** The charter's criterion with every parameter spelled out, or what is wrong with it. */
export type ResolvedCriterion =
  { ok: true; criterion: Charter['criterion'] } | { ok: false; problems: CharterProblem[] };

/**
 * Fills in the criterion's own defaults, so that a charter's hash covers every parameter its reads
 * are judged by and a later default does not change an older trial.
 */
export function resolveCriterion({ criterion }: Charter): ResolvedCriterion {
  const known = Object.keys(criteria);
  const chosen = known.includes(criterion.id) ? criteria[criterion.id] : undefined;
  if (!chosen) {
    const message = `unknown criterion ${criterion.id}${suggestion(criterion.id, known)} (expected ${known.join(', ')})`;
    return { ok: false, problems: [{ path: '/criterion/id', message }] };
  }
  const properties: unknown = chosen.parameters['properties'];
  const names = isRecord(properties) ? Object.keys(properties) : [];
  const problems = new Map<string, CharterProblem>();
  for (const name of Object.keys(criterion.parameters)) {
    if (names.includes(name)) continue;
    const path = `/criterion/parameters/${name}`;
    const message = `${criterion.id} has no parameter ${name}${suggestion(name, names)}`;
    problems.set(path, { path, message, atKey: true });
  }
  const parameters: unknown = Value.Default(chosen.parameters, { ...criterion.parameters });
  for (const error of Value.Errors(chosen.parameters, parameters)) {
    const path = `/criterion/parameters${error.path}`;
    if (!problems.has(path)) problems.set(path, { path, message: error.message });
  }
  if (problems.size > 0 || !isRecord(parameters)) {
    return { ok: false, problems: [...problems.values()] };
  }
  return { ok: true, criterion: { id: criterion.id, parameters } };
}
