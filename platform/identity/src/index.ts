export {
  insistableKinds,
  isInsistable,
  nothingKnown,
  patternKinds,
  trialKinds,
  type Finding,
  type IdentityKind,
  type KnownIdentifiers,
  type PatternKind,
  type TrialKind,
} from './finding.js';
export { identityIn } from './identityIn.js';
export { identityRules } from './identityRules.js';
export type { IdentityRule } from './rule.js';
