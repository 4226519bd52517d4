import type { DecisionDocument } from '@corelab/adjudication';
import { lesionProgress } from '@corelab/reads';
import type { ServerDeps } from '../http/server-deps.js';
import { currentDecision } from './decision-drafts.js';
import { currentDraft } from './drafts.js';
import { openingRule } from './may-open.js';
import {
  adjudicationsOf,
  openingAdjudication,
  type OpenAdjudication,
} from './open-adjudication.js';
import { openingCase, readsOf } from './open-read.js';
import { suspendedSubjects } from './suspension.js';

/** What a person's list is made of; `done` of `of` lesions have a state, or timepoints a chosen read. */
interface Listed {
  readonly readId: string;
  readonly trialName: string;
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly timepoint: string;
  readonly task: 'read' | 'adjudication';
  readonly scope: 'timepoint' | 'subject';
  readonly state: string;
  readonly obstacle: { readonly code: string; readonly message: string } | null;
  readonly dueDate: string | null;
  readonly done: number;
  readonly of: number;
  readonly route: string;
}

/** The reading list of a person: their reads and their adjudications in due order, then by subject. */
export const readingList = async (deps: ServerDeps, accountId: string) => {
  const suspended = await suspendedSubjects(deps.db, accountId);
  const listed = [...(await listedReads(deps, accountId)), ...(await listedCases(deps, accountId))];
  return listed.sort(inDueOrder).map((item, index) => {
    const { subjectId, obstacle, ...shown } = item;
    return {
      ...shown,
      state: stateOf(item, suspended.has(subjectId)),
      blocked: obstacle?.message ?? null,
      order: index + 1,
    };
  });
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What has no date comes last. */
const inDueOrder = (one: Listed, other: Listed): number => {
  if (one.dueDate === other.dueDate) return byText(one.subjectCode, other.subjectCode);
  if (one.dueDate === null) return 1;
  return other.dueDate === null ? -1 : byText(one.dueDate, other.dueDate);
};

/** The state that a reader sees: also what keeps them from opening the item. */
const stateOf = ({ state, obstacle }: Listed, suspended: boolean): string => {
  if (suspended && state !== 'signed') return 'onHold';
  if (obstacle === null || state === 'onHold') return state;
  return obstacle.code === 'CL_NOT_QUALIFIED' ? 'notQualified' : 'conflict';
};

const listedReads = async (deps: ServerDeps, accountId: string): Promise<Listed[]> => {
  const obstacleOf = openingRule(deps, accountId);
  return Promise.all(
    (await readsOf(deps.db, accountId)).map(async read => ({
      readId: read.publicId,
      ...{ trialName: read.trialName, subjectId: read.subjectId, subjectCode: read.subjectCode },
      timepoint: read.timepointLabel,
      ...{ task: 'read' as const, scope: 'timepoint' as const, state: read.state },
      obstacle: await obstacleOf(openingCase(read)),
      dueDate: read.dueDate,
      ...lesionProgress((await currentDraft(deps.db, read)).document.lesions),
      route: read.charter.route,
    }))
  );
};

const listedCases = async (deps: ServerDeps, accountId: string): Promise<Listed[]> => {
  const obstacleOf = openingRule(deps, accountId);
  return Promise.all(
    (await adjudicationsOf(deps.db, accountId)).map(async one => ({
      readId: one.publicId,
      ...{ trialName: one.trialName, subjectId: one.subjectId, subjectCode: one.subjectCode },
      timepoint: '',
      ...{ task: 'adjudication' as const, scope: 'subject' as const, state: one.state },
      obstacle: await obstacleOf(openingAdjudication(one)),
      dueDate: one.dueDate,
      ...progressOf(one, (await currentDecision(deps.db, one.id)).document),
      route: one.charter.route,
    }))
  );
};

const progressOf = (
  { charter, comparison }: OpenAdjudication,
  { choice }: DecisionDocument
): Pick<Listed, 'done' | 'of'> => {
  const of = charter.rules.mode === 'perTimepoint' ? comparison.timepoints.length : 1;
  if (choice === null) return { done: 0, of };
  return { done: choice.kind === 'read' ? of : Object.keys(choice.sides).length, of };
};
