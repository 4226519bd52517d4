import type { Charter } from '../schema/charter.js';
import { adjudicationProblems } from './adjudication.js';
import { blindingProblems } from './blinding.js';
import { criteriaTogetherProblems } from './criteriaTogether.js';
import { deidentificationProblems } from './deidentification.js';
import { duplicateProblems } from './duplicates.js';
import { factProblems } from './facts.js';
import { hangingProblems } from './hanging.js';
import { measureProblems } from './measures.js';
import { patternProblems } from './patterns.js';
import type { CharterProblem } from './problem.js';
import { readerProblems } from './readers.js';
import { scheduleProblems } from './schedule.js';
import { seriesRoleProblems } from './seriesRoles.js';
import { slotProblems } from './slots.js';
import { trackProblems } from './tracks.js';

const checks: readonly ((charter: Charter) => CharterProblem[])[] = [
  duplicateProblems,
  patternProblems,
  measureProblems,
  criteriaTogetherProblems,
  scheduleProblems,
  seriesRoleProblems,
  slotProblems,
  readerProblems,
  trackProblems,
  adjudicationProblems,
  factProblems,
  blindingProblems,
  deidentificationProblems,
  hangingProblems,
];

/** What of a charter of the right form makes no sense as a whole. */
export function meaningProblems(charter: Charter): CharterProblem[] {
  return checks.flatMap(check => check(charter));
}
