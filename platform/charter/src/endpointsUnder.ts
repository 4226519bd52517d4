import { resolveOptions } from '@corelab/endpoints';
import type { Charter } from './schema/charter.js';

/** Options that say what the visits were rated by. */
const ofCriterion: readonly string[] = ['criterion', 'vocabulary'];

/**
 * A resolved charter's endpoint options under one of its criteria. They are written for the one they name; under another its
 * own parameters say what they can, and the rest is the trial's.
 * @throws Error for a criterion that the charter does not have.
 */
export function endpointsUnder(
  { criteria, endpoints }: Pick<Charter, 'criteria' | 'endpoints'>,
  id: string
): Charter['endpoints'] {
  const criterion = criteria.find(one => one.id === id);
  if (criterion === undefined) throw new Error(`the charter has no criterion ${id}`);
  if (endpoints.criterion === id) return endpoints;
  const { parameters } = criterion;
  const ofTrial = Object.entries(endpoints).filter(
    ([name]) => !ofCriterion.includes(name) && !Object.hasOwn(parameters, name)
  );
  return resolveOptions(Object.fromEntries(ofTrial), { criterion: id, parameters });
}
