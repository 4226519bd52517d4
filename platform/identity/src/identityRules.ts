import { contactRules } from './contactRules.js';
import { birthRules, dateRules } from './dateRules.js';
import { numberRules } from './numberRules.js';
import { personRules } from './personRules.js';
import { placeRules } from './placeRules.js';
import type { IdentityRule } from './rule.js';

/** Every form that is looked for; of two that find the same stretch the first counts. */
export const identityRules: readonly IdentityRule[] = [
  ...birthRules,
  ...dateRules,
  ...contactRules,
  ...personRules,
  ...placeRules,
  ...numberRules,
];
