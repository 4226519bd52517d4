import type { AssessmentOutput } from '@corelab/criteria';
import { hashJson } from '../audit/canonical-json.js';
import { trialTerms } from '../trials/charter-terms.js';
import type { SignatureProblem } from './problems.js';
import { boundIn, boundResult } from './signed-rows.js';
import type { SignedAct } from './signed-acts.js';

/** A row of a result beside its signature. */
export interface KeptResult {
  readonly criterion: string;
  readonly parameterHash: string;
  readonly engineVersion: string;
  readonly result: AssessmentOutput;
}

/** A signature as its rows have it, in the words of what was bound; null of what its rows do not have. */
export interface KeptSignature {
  readonly kind: string;
  readonly id: string;
  readonly bound: Readonly<Record<string, unknown>>;
  readonly results: readonly KeptResult[];
  /** The charter that it was made under. */
  readonly resolved: unknown;
}

/**
 * What of a signature's rows is not what its entry says was bound. `SHA-256` of documents, results, charter and images are made
 * anew from what is there.
 */
export const compareContent = (
  act: SignedAct,
  contentHash: string,
  { kind, id, bound, results, resolved }: KeptSignature
): SignatureProblem[] => {
  const said = boundIn(act);
  const problem = (code: SignatureProblem['code'], message: string): SignatureProblem => ({
    ...{ code, kind, id, sequence: act.sequence, message },
  });
  const altered = (message: string) => problem('CL_SIGNATURE_ALTERED', message);
  const problems: SignatureProblem[] = [];
  if (hashJson(said) !== contentHash)
    problems.push(altered(`entry ${act.sequence} says something else than its signature binds`));
  for (const [field, value] of Object.entries(bound))
    if (hashJson(said[field] ?? null) !== hashJson(value ?? null))
      problems.push(altered(`${field} is not what was signed with entry ${act.sequence}`));
  const { criterion, parameters, others } = trialTerms(resolved);
  const terms = [{ criterion, parameters }, ...others];
  for (const result of results) {
    const one = boundResult(said, result.criterion);
    const under = terms.find(term => term.criterion === result.criterion);
    const is = (field: string, value: unknown): boolean => one?.[field] === value;
    const wrong = [
      ...(is('derivedHash', hashJson(result.result)) ? [] : ['result']),
      ...(is('parameterHash', result.parameterHash) ? [] : ['parameters']),
      ...(said['engineVersion'] === result.engineVersion ? [] : ['engine']),
      ...(under !== undefined && hashJson(under.parameters) === result.parameterHash
        ? []
        : ['parameters of the charter']),
    ];
    for (const what of wrong)
      problems.push(
        problem(
          'CL_RESULT_ALTERED',
          `${what} by ${result.criterion}: not what was signed with entry ${act.sequence}`
        )
      );
  }
  const kept = new Set(results.map(result => result.criterion));
  for (const term of terms)
    if (
      boundResult(said, term.criterion)?.['derivedHash'] !== undefined &&
      !kept.has(term.criterion)
    )
      problems.push(problem('CL_RESULT_ALTERED', `the result by ${term.criterion} is gone`));
  return problems;
};
