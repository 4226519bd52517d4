import type { AssessmentInput, LesionInput, TimepointInput } from '@corelab/criteria';
import { isNode } from './locationNode.js';
import type { Lesion, ReadDocument } from './readDocument.js';
import { nothingReadable } from './regionQuality.js';
import { factsTakenBy, type TimepointFact } from './timepointFacts.js';

/** One read of a course, as the mapping needs it. */
export interface ReadTimepoint {
  id: string;
  /** `YYYY-MM-DD`; real, shifted or an offset in disguise: only differences count. */
  date: string;
  kind?: string;
  document: ReadDocument;
}

export interface CourseReads {
  criterion: string;
  parameters: Record<string, unknown>;
  timepoints: readonly ReadTimepoint[];
}

/** The reason given to the engine for a lesion the reader has not come to yet. */
const notRead = 'NOT_READ';

/**
 * The reads of one course as the engine's input, timepoints in the order given. A lesion still to do
 * is not evaluable, never 0, so a draft can be previewed. A split lesion is left out: its parts are
 * in the input and name it. Marks of lesions called absent or not evaluable are not passed on, nor is a fact that the
 * criterion does not take, nor a response that the reader gave by another criterion.
 */
export function toAssessmentInput({
  criterion,
  parameters,
  timepoints,
}: CourseReads): AssessmentInput {
  const marked = timepoints.findIndex(timepoint => timepoint.kind === 'baseline');
  const baseline = marked < 0 ? 0 : marked;
  const facts = factsTakenBy([criterion]);
  return {
    criterion,
    parameters,
    timepoints: timepoints.map((timepoint, index) =>
      timepointInput(timepoint, { criterion, facts, baseline: index === baseline })
    ),
  };
}

interface TakenOf {
  readonly criterion: string;
  readonly baseline: boolean;
  readonly facts: readonly TimepointFact[];
}

function timepointInput(
  { id, date, kind, document }: ReadTimepoint,
  { criterion, baseline, facts }: TakenOf
): TimepointInput {
  const { nonTargetJudgement, readerResponse } = document;
  const timepoint: TimepointInput & Partial<Record<TimepointFact, boolean>> = {
    id,
    date,
    lesions: document.lesions.filter(lesion => lesion.state !== 'split').map(lesionInput),
  };
  if (kind !== undefined) timepoint.kind = kind;
  if (nothingReadable(document)) {
    const reasons = document.imageQuality.flatMap(({ reason }) => (reason ? [reason.text] : []));
    timepoint.evaluable = false;
    timepoint.reason = [...new Set(reasons)].join('; ');
  }
  if (baseline && document.noDisease) timepoint.noDisease = true;
  if (nonTargetJudgement !== null) timepoint.nonTargetJudgement = nonTargetJudgement;
  for (const fact of facts) {
    const answer = document[fact];
    if (answer !== undefined) timepoint[fact] = answer;
  }
  if (readerResponse?.criterion === criterion) {
    const { value, inPlaceOf } = readerResponse;
    timepoint.readerResponse = { value, inPlaceOf };
  }
  return timepoint;
}

function lesionInput(lesion: Lesion): LesionInput {
  const input: LesionInput = { id: lesion.id, role: lesion.role };
  if (lesion.location !== null) input.location = lesion.location;
  if (lesion.laterality !== null) input.laterality = lesion.laterality;
  const node = isNode(lesion.location);
  if (node !== null) input.node = node;
  if (lesion.splitFrom !== null) input.splitFrom = lesion.splitFrom;
  return { ...input, ...stateInput(lesion) };
}

function stateInput(lesion: Lesion): Partial<LesionInput> {
  switch (lesion.state) {
    case 'toDo':
      return { evaluable: false, reason: notRead };
    case 'measured':
      return lesion.mark === null ? { evaluable: false, reason: notRead } : markInput(lesion);
    case 'present':
    case 'progressed':
    case 'equivocal':
    case 'unequivocal':
      return { status: lesion.state, ...markInput(lesion) };
    case 'absent':
      return { status: 'absent' };
    case 'tooSmallToMeasure':
      return { tooSmallToMeasure: true };
    case 'notEvaluable':
      return { evaluable: false, reason: lesion.reason?.code ?? null };
    case 'merged':
      return { mergedInto: lesion.mergedInto };
    case 'split':
      return {};
  }
}

function markInput({ mark }: Lesion): Partial<LesionInput> {
  if (mark === null) return {};
  const input: Partial<LesionInput> = { longestDiameterMm: mark.longestDiameterMm };
  if (mark.shortAxisMm !== null) {
    input.shortAxisMm = mark.shortAxisMm;
    input.perpendicularDiameterMm = mark.shortAxisMm;
  }
  if (mark.sliceThicknessMm !== null) input.sliceThicknessMm = mark.sliceThicknessMm;
  return input;
}
