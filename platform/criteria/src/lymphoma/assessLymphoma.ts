import type { ResponseVocabulary } from '../bestOverallResponseVocabulary.js';
import { contributions } from '../course/baseline.js';
import { finding } from '../course/baselineFindings.js';
import { bestResponseOf, checkDates } from '../course/bestResponse.js';
import { burdenOutput } from '../course/burden.js';
import { equivocalRevisions, revisedBy } from '../course/equivocalRevisions.js';
import { lesionsOf } from '../course/lesions.js';
import { scanDate } from '../course/responseDate.js';
import { readSubject, type Visit } from '../course/subject.js';
import { earliest, latest } from '../dates.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import {
  type Evaluated,
  type Facts,
  type LymphomaRules,
  type Rated,
  readFacts,
  type Subject,
} from './facts.js';
import { entryFindings } from './findings.js';
import type { LymphomaParameters } from './parameters.js';

function baselineProblem({ visit, states }: Facts): string | null {
  if (visit.input.evaluable === false)
    return `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`;
  const missing = states.filter(({ complete }) => !complete);
  const names = missing.map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`).join(', ');
  return missing.length > 0 ? `the baseline has no value for ${names}` : null;
}

function baselineOutput<P extends LymphomaParameters, R extends Rated>(
  facts: Facts,
  problem: string | null,
  subject: Subject<P>,
  rules: LymphomaRules<P, R>
): RatedTimepoint {
  const { measure, scale } = subject;
  const { states, visit } = facts;
  const sum = facts.references.current;
  const known = measure.toOutput(sum.known, scale);
  const value = sum.complete ? known : null;
  const findings = entryFindings(visit, visit, facts.history, subject, rules.entry);
  if (problem !== null)
    findings.push(
      finding(
        'baseline.notEvaluable',
        'block',
        null,
        `Every visit is NE: ${problem}.`,
        rules.source
      )
    );
  const { counted } = facts.references;
  const total = value === null ? 'not known' : `${value} mm²`;
  const text =
    counted === 0
      ? `No target${states.length === 0 ? '' : ' in the sum'}.`
      : `Sum of the products of ${counted} ${counted === 1 ? 'target' : 'targets'}: ${total}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      counted === 0
        ? null
        : { value, unit: measure.unit, ...(value === null ? { lowerBound: known } : {}) },
    lesions: contributions(states, subject),
    trace: [
      {
        rule: 'baseline.sum',
        text,
        numbers: counted === 0 ? {} : { spdMm2: value },
        source: rules.source,
      },
    ],
    findings,
  };
}

/** A visit whose lesions are not to be used, whatever was recorded of them; what was treated stays treated. */
const unused = (visit: Visit): Visit => ({
  ...visit,
  lesions: lesionsOf(
    visit.lesions.list.map(lesion => ({
      ...lesion,
      longestDiameterMm: null,
      perpendicularDiameterMm: null,
      shortAxisMm: null,
      tooSmallToMeasure: null,
      status: null,
      mergedInto: null,
      date: null,
      evaluable: false,
      reason: 'NOT_IMAGED',
    }))
  ),
});

function dateOf(
  { visit }: Facts,
  { overall, pdDates, otherDate }: Rated,
  { progression }: ResponseVocabulary,
  rule: LymphomaParameters['visitDateRule']
): string | null {
  const scans = [...visit.lesions.keys()].map(id => scanDate(visit, id));
  const all = scans.length === 0 ? [visit.date, otherDate] : [...scans, otherDate];
  if (rule === 'earliest') return earliest(all);
  const shown = overall === progression && rule !== 'latest' ? earliest(pdDates) : null;
  return shown ?? latest(all) ?? visit.date;
}

function evaluate<P extends LymphomaParameters, R extends Rated>(
  facts: Facts,
  base: Facts,
  problem: string | null,
  earlier: readonly Evaluated<R>[],
  subject: Subject<P>,
  rules: LymphomaRules<P, R>
): Evaluated<R> {
  const { measure, scale, parameters } = subject;
  const { visit, states, newLesions, nonTarget } = facts;
  const own = rules.rate(facts, base, earlier, subject);
  const why =
    problem ??
    (visit.input.evaluable === false
      ? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`
      : null);
  const rated: R =
    why === null
      ? own
      : {
          ...own,
          target: own.target === null ? null : 'NE',
          components: Object.fromEntries(
            Object.entries(own.components).map(([name, code]) => [
              name,
              code !== null && rules.responses.includes(name) ? 'NE' : code,
            ])
          ),
          overall: 'NE',
          trace: [
            {
              rule: 'overall.ne',
              text: `Not evaluable: ${why}.`,
              numbers: {},
              source: rules.source,
            },
          ],
        };
  const date = dateOf(facts, rated, rules.vocabulary, parameters.visitDateRule);
  const burden =
    facts.references.counted === 0 ? null : burdenOutput(facts.references, measure, scale);
  const unreferenced = {
    nadir: null,
    changeFromBaselinePct: null,
    changeFromNadirPct: null,
    changeFromNadir: null,
  };
  const unread =
    visit.input.evaluable === false ||
    !rules.entry.expectsLesions(visit) ||
    newLesions.state === 'NE';
  const findings = [
    ...entryFindings(visit, base.visit, facts.history, subject, rules.entry),
    ...own.findings,
  ];
  return {
    facts,
    rated,
    output: {
      id: visit.id,
      date,
      burden: burden && problem !== null ? { ...burden, ...unreferenced } : burden,
      lesions: contributions(states, subject),
      target: rated.target,
      nonTarget:
        nonTarget.category === 'NA'
          ? null
          : nonTarget.category === 'LARGER'
            ? 'NON-CR/NON-PD'
            : nonTarget.category,
      newLesions: unread ? null : newLesions.state === 'YES',
      components: { ...rated.components },
      overall: rated.overall,
      revised: null,
      trace: [...rated.trace],
      findings,
    },
  };
}

/** One subject under one lymphoma criterion, visit by visit; no visit's `overall` depends on a later one. */
export function assessLymphoma<P extends LymphomaParameters, R extends Rated>(
  input: AssessmentInput,
  parameters: P,
  rules: LymphomaRules<P, R>
): RatedSubject {
  checkDates(input, parameters);
  const measure = rules.measure(parameters);
  const constants = Object.values(parameters).filter(value => typeof value === 'number');
  const course = readSubject(input, measure, [
    ...constants,
    ...input.timepoints.flatMap(rules.numbers),
  ]);
  const subject: Subject<P> = { ...course, measure, parameters, input };
  const evaluated: Evaluated<R>[] = [];
  const timepoints: RatedTimepoint[] = [];
  if (course.baseline) {
    const base = readFacts(course.baseline, [], subject, rules);
    const problem = baselineProblem(base);
    timepoints.push(baselineOutput(base, problem, subject, rules));
    for (const recorded of course.visits) {
      const visit = rules.entry.expectsLesions(recorded) ? recorded : unused(recorded);
      const past = [base, ...evaluated.map(({ facts }) => facts)];
      const facts = readFacts(visit, past, subject, rules);
      evaluated.push(evaluate(facts, base, problem, evaluated, subject, rules));
    }
    const revisions = new Map([
      ...(parameters.equivocalBackdate
        ? equivocalRevisions(
            evaluated.map(({ facts, rated }) => ({
              visit: facts.visit,
              overall: rated.overall,
              perLesion: facts.newLesions.perLesion,
            })),
            rules.vocabulary.progression
          )
        : []),
      ...(rules.revise?.(evaluated, parameters) ?? []),
    ]);
    for (const { output } of evaluated)
      timepoints.push(revisedBy(output, revisions.get(output.id)));
  }
  return {
    criterion: rules.id,
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1),
      input,
      parameters,
      course.baseline,
      rules.vocabulary
    ),
  };
}
