import {
  adjudicationCase,
  assignSides,
  type CourseRead,
  decisionOpenItems,
  decisionReasons,
  type Pair,
} from '@corelab/adjudication';
import { assess, type AssessmentOutput } from '@corelab/criteria';
import { appendAudit } from '../audit/chain.js';
import type { ServerDeps } from '../http/server-deps.js';
import { comparedReads } from './compared-reads.js';
import { readsBySlot } from './compare-reads.js';
import { baselineDateOf } from './course-history.js';
import { currentDecision } from './decision-drafts.js';
import { requireMayOpen } from './may-open.js';
import {
  adjudicationFor,
  openingAdjudication,
  shownCaseState,
  type OpenAdjudication,
} from './open-adjudication.js';
import { inOrderOfPanes } from './order-of-panes.js';
import { decisionSignature } from './sign-decision.js';
import {
  shownDocuments,
  shownStudies,
  shownTimepoints,
  type ShownDocument,
} from './shown-reads.js';
import { signedReadsOf, type SignedReadOf } from './signed-reads.js';
import { timepointAliases } from './timepoint-aliases.js';
import { withTimeTold } from './told-time.js';
import { trackTold } from './track-told.js';

/**
 * Where a released adjudication's images are, and nothing of what is in them. Not an opening, so not an audit entry. The
 * two timepoints that it opens at come first: panes that had to exchange theirs at once could be left without images.
 * @throws CodedError as `adjudicationFor`, and those of `requireMayOpen`
 */
export const adjudicationImages = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const one = await adjudicationFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingAdjudication(one), accountId);
  const { shown } = await caseOf(deps, one);
  const studies = inOrderOfPanes(
    await deps.archive.readStudies(one.id),
    shown.differences[0]?.timepoint ?? null
  );
  return {
    adjudicationId: one.publicId,
    route: one.charter.route,
    studies: studies.map(({ studyInstanceUid, series }) => ({
      studyInstanceUid,
      series: series.map(({ seriesInstanceUid }) => ({ seriesInstanceUid })),
    })),
  };
};

/**
 * Everything an opened adjudication may show, under its names for the reads: no slot, person, time or order of reading is
 * in it, and time is as the charter tells it, by its own course. Opening it is an audit entry.
 * @throws CodedError as `adjudicationFor`, those of `requireMayOpen`, and 409 CL_CASE_CHANGED
 */
export const openAdjudication = async (deps: ServerDeps, accountId: string, publicId: string) => {
  const one = await adjudicationFor(deps.db, accountId, publicId);
  await requireMayOpen(deps, openingAdjudication(one), accountId);
  const { reads, courses, shown } = await caseOf(deps, one);
  const documents = assignSides(
    await documentsOf(deps, one, reads, 'R1'),
    await documentsOf(deps, one, reads, 'R2'),
    one.swap
  );
  const { criterion, parameters, windowPresets, rules, route, meanings } = one.charter;
  const mode = rules.mode ?? 'selectRead';
  const { document } = await currentDecision(deps.db, one.id);
  const baseline = await baselineDateOf(deps.db, one.subjectId);
  const aliases = await timepointAliases(deps.db, one);
  const answer = {
    ...{ adjudicationId: one.publicId, state: shownCaseState(one.state) },
    trialName: one.trialName,
    ...trackTold(one.charter),
    scope: aliases.outward(one.comparison.scope),
    ...{ subjectCode: one.subjectCode, mode, route },
    charter: { criterion, parameters, windowPresets },
    timepoints: await shownTimepoints(deps.db, one, aliases),
    sides: aliases.outward(
      sidesOf(courses, documents, output => withTimeTold(output, one, baseline))
    ),
    case: aliases.outward(withTimeTold(shown, one, baseline)),
    studies: await shownStudies(deps, one, aliases),
    // What was read anew is decided by that, and looked at alone.
    openItems:
      mode === 'thirdRead'
        ? []
        : aliases.outward(
            decisionOpenItems(document, { mode, timepoints: one.comparison.timepoints })
          ),
    reasons: [...decisionReasons],
    meanings: [...meanings],
    signature: (await decisionSignature(deps.db, one.id))?.signature ?? null,
  };
  await recordOpening(deps, one, accountId);
  return answer;
};

/** What is adjudicated: the reads with their courses as sides, and what differs between them. */
const caseOf = async (deps: ServerDeps, one: OpenAdjudication) => {
  const reads = await documentsCompared(deps, one);
  const { reader1 = null, reader2 = null } = await readsBySlot(
    deps.db,
    { reads, terms: one.charter },
    one.dateShiftDays
  );
  const { rules } = one.charter;
  return {
    reads,
    courses: assignSides(reader1, reader2, one.swap),
    shown: adjudicationCase(reader1, reader2, one.swap, rules, one.comparison.scope),
  };
};

const documentsOf = (
  { db }: ServerDeps,
  one: OpenAdjudication,
  reads: readonly SignedReadOf[],
  slot: string
): Promise<ShownDocument[]> =>
  shownDocuments(
    db,
    one,
    reads.filter(read => read.slot === slot)
  );

const sidesOf = (
  courses: Pair<CourseRead | null>,
  documents: Pair<ShownDocument[]>,
  told: (output: AssessmentOutput) => AssessmentOutput
) => {
  const side = (name: 'a' | 'b') => {
    const course = courses[name];
    if (course === null) throw new Error('an adjudication is of two reads');
    // With the derivation, which the rules of adjudication do without.
    return { reads: documents[name], output: told(assess(course.input)) };
  };
  return { a: side('a'), b: side('b') };
};

/** The documents it was made for, as they were signed. @throws CodedError 409 CL_CASE_CHANGED */
const documentsCompared = async (
  deps: ServerDeps,
  one: OpenAdjudication
): Promise<readonly SignedReadOf[]> => {
  const ids = (await comparedReads(deps.db, one.id)).map(({ read }) => read);
  const courses = await deps.db
    .selectFrom('read')
    .select('course_id')
    .distinct()
    .where('id', 'in', ids)
    .execute();
  const reads = await signedReadsOf(
    deps.db,
    courses.map(course => course.course_id)
  );
  return reads.filter(({ id }) => ids.includes(id));
};

const recordOpening = async (
  deps: ServerDeps,
  one: OpenAdjudication,
  accountId: string
): Promise<void> => {
  const at = deps.now();
  await deps.db.transaction().execute(async trx => {
    if (one.openedAt === null) {
      await trx
        .updateTable('adjudication')
        .set({ opened_at: at })
        .where('id', '=', one.id)
        .execute();
    }
    await appendAudit(trx, one.trialId, {
      act: 'adjudication.opened',
      at: at.toISOString(),
      zone: deps.zone,
      by: accountId,
      details: { adjudication: one.id, state: one.state },
    });
  });
};
