import { unratedTraces } from '../course/visitComponents.js';
import { rano2Vocabulary } from '../bestOverallResponseVocabulary.js';
import { contributions } from '../course/baseline.js';
import { checkNeuroDates } from '../neuro/context.js';
import { equivocalRevisions, type Revision } from '../course/equivocalRevisions.js';
import { parametersOf } from '../course/parameters.js';
import { type DatedResponse, isHeld } from '../neuro/confirmation.js';
import {
  contextComponents,
  neuroAssessment,
  type NeuroBaseline,
  neuroBaseline,
  neuroBaselineOutput,
  neuroBurden,
} from '../neuro/output.js';
import { steroidRevisions } from '../neuro/steroidRevisions.js';
import { neuroDate, statesOf } from '../neuro/visitParts.js';
import { made, type RatedSubject, type RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { type CourseVisit, followCourse } from './course.js';
import { ParametersSchema } from './parameters.js';
import { rano2Subject, type Rano2Subject, tumourTypeFindings } from './subject.js';

export const id = 'rano-2.0';

const kinds = { CE: 'Enhancing', NONCE: 'Non-enhancing' } as const;
const progressions: readonly string[] = ['PD', 'pPD', 'cPD'];

function dateOf(
  { entry, parts, rated }: CourseVisit,
  progression: boolean,
  subject: Rano2Subject
): string | null {
  const grown = rated.compartments.some(one => one.size.category === 'PD');
  return neuroDate(entry.visit, parts, { grown, progression }, subject.parameters);
}

function visitOutput(
  one: CourseVisit,
  earlier: readonly DatedResponse[],
  { problem }: NeuroBaseline,
  subject: Rano2Subject
): RatedTimepoint & DatedResponse {
  const { parameters, tables, limits } = subject;
  const { entry, parts, rated } = one;
  const overall = problem === null ? one.overall : 'NE';
  const date = dateOf(one, progressions.includes(overall), subject);
  const burdens = Object.fromEntries(
    rated.compartments.map(({ name, references }) => [
      name,
      neuroBurden(references, problem, subject),
    ])
  );
  const [only] = rated.compartments;
  const mixed = rated.compartments.length > 1;
  const category = mixed ? 'NA' : only.size.category;
  const nonTarget = mixed ? 'NA' : only.nonTarget;
  const held = isHeld({ date, overall }, earlier, parameters);
  const said = (rule: string, text: string) => ({ rule, text, numbers: {}, source: tables.source });
  const sizes = rated.compartments.flatMap(({ name, trace }) =>
    mixed ? trace.map(why => ({ ...why, text: () => `${kinds[name]}: ${made(why.text)}` })) : trace
  );
  const settled = [
    ...(rated.explained.length > 0
      ? [
          said(
            'newLesion.explained',
            `An effect of treatment, not a new lesion: ${rated.explained.join(', ')}.`
          ),
        ]
      : []),
    ...(rated.together === null ? [] : [said('overall.mixed', rated.together)]),
    said(rated.rating.rule, rated.rating.text),
    ...one.notes.map(note => said(note.rule, note.text)),
  ];
  return {
    id: entry.visit.id,
    date,
    burden: neuroBurden(only.references, problem, subject),
    ...(mixed ? { burdens } : {}),
    lesions: contributions(entry.states, subject),
    target: category === 'NA' ? null : problem === null ? category : 'NE',
    nonTarget: nonTarget === 'NA' ? null : nonTarget,
    newLesions: rated.newLesions === 'NE' ? null : rated.newLesions === 'YES',
    components: {
      ...contextComponents(parts.context, false),
      ...(problem === null ? rated.kinds : {}),
    },
    overall,
    flags:
      problem !== null
        ? []
        : [
            ...one.flags,
            ...(one.undeterminedBySteroids ? ['STEROID'] : []),
            ...(held ? [] : ['UNCONFIRMED']),
          ],
    revised: null,
    trace: [
      ...(problem === null ? sizes : []),
      ...parts.newLesions.trace,
      ...(problem === null
        ? settled
        : unratedTraces(problem, entry.states.length > 0, limits.source)),
    ],
    findings: [...parts.findings, ...rated.compartments.flatMap(({ findings }) => findings)],
  };
}

/** Progressions settled, equivocal lesions confirmed by one, and visits that steroids had left undetermined. */
function revisionsOf(course: readonly CourseVisit[], subject: Rano2Subject): Map<string, Revision> {
  const settledBy = new Map(course.map(({ settles, entry }) => [settles?.id, { settles, entry }]));
  const revisions = new Map<string, Revision>();
  for (const one of course) {
    const { id: visit } = one.entry.visit;
    const by = settledBy.get(visit);
    if (!by?.settles) continue;
    const { value, rule } = by.settles;
    revisions.set(visit, {
      revised: { value, byTimepoint: by.entry.visit.id, rule },
      date: dateOf(one, value === 'PD', subject),
    });
  }
  const valueOf = ({ entry, overall }: CourseVisit): string =>
    revisions.get(entry.visit.id)?.revised.value ?? overall;
  if (subject.parameters.equivocalBackdate) {
    const rated = course.map(one => ({
      visit: one.entry.visit,
      overall: valueOf(one),
      perLesion: one.parts.newLesions.perLesion,
    }));
    for (const [visit, revision] of equivocalRevisions(rated, 'PD', ['PD', 'cPD']))
      revisions.set(visit, revision);
  }
  const rated = course.map(one => ({
    visit: one.entry.visit,
    value: valueOf(one),
    date: dateOf(one, false, subject),
    steroids: one.parts.context.steroids,
    undeterminedBySteroids: one.undeterminedBySteroids && !revisions.has(one.entry.visit.id),
  }));
  return new Map([...steroidRevisions(rated, ['PD', 'cPD'], ['NE', 'pPD']), ...revisions]);
}

/** RANO 2.0 for one subject: sums of products in mm², or of volumes in ml. */
export function assessRano2(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf(id, ParametersSchema, input.parameters);
  checkNeuroDates(input, parameters);
  const subject = rano2Subject(input, parameters);
  const first = subject.baseline;
  if (!first) return neuroAssessment(id, null, [], new Map(), subject, rano2Vocabulary);
  const baseline = neuroBaseline(first, subject);
  const nonTargetStates = statesOf(subject.nonTargets, [first], subject);
  const course = followCourse(
    first,
    { visit: first, states: baseline.states, nonTargetStates },
    subject
  );
  const outputs: (RatedTimepoint & DatedResponse)[] = [];
  for (const one of course) outputs.push(visitOutput(one, outputs, baseline, subject));
  const start = neuroBaselineOutput(baseline, subject, subject.compartmentOf);
  return neuroAssessment(
    id,
    { ...start, findings: [...start.findings, ...tumourTypeFindings(first, subject)] },
    outputs,
    baseline.problem === null ? revisionsOf(course, subject) : new Map(),
    subject,
    rano2Vocabulary
  );
}
