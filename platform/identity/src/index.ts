export {
  asTold,
  insistableKinds,
  isInsistable,
  nothingKnown,
  patternKinds,
  trialKinds,
  type Finding,
  type InsistableKind,
  type IdentityKind,
  type KnownIdentifiers,
  type PatternKind,
  type ToldFinding,
  type ToldKind,
  type TrialKind,
} from './finding.js';
export { identityIn } from './identityIn.js';
export { identityRules } from './identityRules.js';
export type { IdentityRule } from './rule.js';
