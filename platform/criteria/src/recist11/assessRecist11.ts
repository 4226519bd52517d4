import { assessByDiameters } from '../course/assessByDiameters.js';
import { recistRules } from '../course/courseRules.js';
import { parametersOf } from '../course/parameters.js';
import type { RatedSubject } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { ParametersSchema } from './parameters.js';

const id = 'recist-1.1';

/** Paper and tables of the combination. */
export const tableSource = 'Eisenhauer 2009 (RECIST 1.1) Tables 1 and 2';

/** RECIST 1.1 for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessRecist11(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf(id, ParametersSchema, input.parameters);
  return assessByDiameters(input, parameters, { id, rules: recistRules, tableSource });
}
