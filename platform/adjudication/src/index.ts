export {
  type AdjudicationCase,
  adjudicationCase,
  AdjudicationCaseSchema,
  assignSides,
  type RankedDifference,
  slotOf,
} from './adjudicationCase.js';
export { AdjudicationError, type AdjudicationErrorCode } from './adjudicationError.js';
export { compareCourses, type Comparison, ComparisonSchema } from './compareCourses.js';
export { type Counterfactual, CounterfactualSchema } from './counterfactual.js';
export {
  type CourseExtras,
  type CourseRead,
  courseRead,
  CourseReadSchema,
  type Pair,
} from './courseRead.js';
export {
  type Decision,
  DecisionSchema,
  type PanelSlot,
  panelSlots,
  type Reads,
  type Slot,
} from './decision.js';
export {
  type DecisionDocument,
  DecisionDocumentSchema,
  type DecisionError,
  type DecisionItem,
  type DecisionItemCode,
  decisionOf,
  decisionOpenItems,
  type DecisionReason,
  decisionReasons,
  type DecisionTerms,
  emptyDecision,
  parseDecision,
} from './decisionDocument.js';
export {
  type Difference,
  type DifferenceKind,
  differenceKinds,
  DifferenceSchema,
  exchangedDifference,
  type Message,
} from './difference.js';
export { differences } from './differences.js';
export { comparisonsNow, dueAdjudications } from './dueAdjudications.js';
export { type Final, finalOf, FinalSchema } from './finalOf.js';
export { finalUnder } from './finalUnder.js';
export { type Match, type MatchedLesion, matchLesions, nearnessMm } from './matchLesions.js';
export { messagesDe } from './messagesDe.js';
export { type MessageKey, messagesEn } from './messagesEn.js';
export { type Outcome, outcomeOf, type ProgressionStatus } from './outcome.js';
export {
  comparePanel,
  nameOf,
  type PanelComparison,
  PanelComparisonSchema,
  type PanelName,
  panelNames,
  type PanelOrder,
  slotNamed,
} from './panel.js';
export { openingDifference, type PanelCase, panelCase, PanelCaseSchema } from './panelCase.js';
export {
  namedAt,
  type NamedReads,
  type PanelChoice,
  PanelChoiceSchema,
  panelDecision,
  type PanelItem,
  type PanelOutcome,
  panelOutcome,
  type PanelProposal,
  PanelProposalSchema,
  type PanelVote,
  panelVotes,
  proposalItems,
} from './panelProposal.js';
export { type Reading, type VariableComparison } from './reading.js';
export { refusals, type Replacement } from './replacement.js';
export {
  type AdjudicationRules,
  type ChosenRules,
  namedVariables,
  resolveRules,
  RulesSchema,
} from './rules.js';
export { sayInEnglish } from './sayInEnglish.js';
export {
  type MessageFormat,
  messageFormats,
  type MessageFormats,
  type MessageValue,
  sayMessage,
} from './sayMessage.js';
export { type Scope, ScopeSchema, timepointOrder } from './scope.js';
export type { SideName } from './shape.js';
export { keepsReader, type SettledBefore, type Standing } from './standingReads.js';
export { type Variable, variables } from './variables.js';
export { withDifferenceReplaced } from './withDifferenceReplaced.js';
