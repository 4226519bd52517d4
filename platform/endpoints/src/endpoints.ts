import { assessedBy, withVisits } from './assessments.js';
import { type Cohort, cohortOf } from './cohort.js';
import { EndpointError } from './endpointError.js';
import {
  type EndpointsInput,
  EndpointsInputSchema,
  SubjectSchema,
  VisitSchema,
} from './inputSchema.js';
import { checkOptions, type EndpointOptions, resolveOptions } from './options.js';
import { shapeProblem } from './shapeProblem.js';
import { readSubject } from './subject.js';
import type { EndpointFinding } from './subjectDates.js';
import { type SubjectEndpoints, subjectEndpoints } from './subjectEndpoints.js';
import { vocabularies } from './vocabularies.js';

export interface Endpoints {
  /** Every option as it was used, defaults included. */
  readonly options: EndpointOptions;
  /** In the order given. */
  readonly subjects: readonly SubjectEndpoints[];
  readonly cohort: Cohort;
  /** About the document as a whole; a subject's are with the subject. */
  readonly findings: readonly EndpointFinding[];
}

function requireShape(input: unknown): asserts input is EndpointsInput {
  const problem = shapeProblem(EndpointsInputSchema, input);
  if (!problem) return;
  const path = problem.path || '/';
  throw new EndpointError('CL_ENDPOINT_INPUT', path, `${path}: ${problem.message}`, null);
}

/** What the criterion has no notion of is null, and said. */
function notionFindings({ criterion, vocabulary }: EndpointOptions): EndpointFinding[] {
  const { response } = vocabularies[vocabulary];
  if (response !== null) return [];
  const text = `${vocabulary} tells progression from none and has no response, disease control or clinical benefit (criterion ${criterion}): no rate of them, DoR or TTR`;
  return [{ rule: 'notionMissing', path: '/options/vocabulary', text }];
}

function planFindings({ missed, missedGap, intervalDays }: EndpointOptions): EndpointFinding[] {
  if (missed === 'event' || missedGap !== null || intervalDays !== null) return [];
  const text =
    'no planned interval: where visits have none either, the missed rule counts the visits listed';
  return [{ rule: 'missedRuleWithoutPlan', path: '/options/intervalDays', text }];
}

const subjectFields = new Set(Object.keys(SubjectSchema.properties));
const visitFields = new Set(Object.keys(VisitSchema.properties));

/** Fields nobody reads: a misspelt deathDate must not pass for a living subject. */
function unknownFields(
  subject: EndpointsInput['subjects'][number],
  pointer: string
): EndpointFinding[] {
  const unknown = (one: object, known: ReadonlySet<string>, at: string): EndpointFinding[] =>
    Object.keys(one)
      .filter(key => !known.has(key))
      .map(key => ({ rule: 'unknownField', path: `${at}/${key}`, text: `"${key}" is not read` }));
  return [
    ...unknown(subject, subjectFields, pointer),
    ...(subject.visits ?? []).flatMap((visit, index) =>
      unknown(visit, visitFields, `${pointer}/visits/${index}`)
    ),
  ];
}

/**
 * Subject-level endpoints and the cohort's rates, times and plots. Dates YYYY-MM-DD, times in days with both ends
 * counted. Throws EndpointError on input that contradicts itself; what is merely odd is a finding.
 */
export function endpoints(input: unknown): Endpoints {
  const given = (input ?? {}) as { options?: unknown };
  const chosen = checkOptions(given.options);
  requireShape(input);
  const options = resolveOptions(chosen, assessedBy(input.subjects, chosen));
  const seen = new Set<string>();
  const subjects = input.subjects.map((one, index) => {
    const pointer = `/subjects/${index}`;
    if (seen.has(one.id))
      throw new EndpointError('CL_SUBJECT_DUPLICATE', `${pointer}/id`, 'is there twice', one.id);
    seen.add(one.id);
    const result = subjectEndpoints(
      readSubject(withVisits(one, pointer), pointer, options),
      options
    );
    return { ...result, findings: [...result.findings, ...unknownFields(one, pointer)] };
  });
  return {
    options,
    subjects,
    cohort: cohortOf(subjects, options),
    findings: [...notionFindings(options), ...planFindings(options)],
  };
}
