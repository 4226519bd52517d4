import { criteria } from '@corelab/criteria';
import { suggestion } from '../nearestName.js';
import type { Adjudication, Trigger } from '../schema/adjudication.js';
import type { Charter, CriterionChoice } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

interface Variable {
  /** Known when a course is closed, not at a timepoint. */
  readonly ofCourse: boolean;
  /** A number needs a threshold; a category or date has none. */
  readonly numeric: boolean;
}

const category: Variable = { ofCourse: false, numeric: false };
const courseCategory: Variable = { ofCourse: true, numeric: false };

/** What two reads under any criterion can differ in: oncology-criteria.md 16.5. */
const ofResponses: Readonly<Record<string, Variable>> = {
  bor: courseCategory,
  pdStatus: category,
  pdDate: courseCategory,
  respDate: courseCategory,
  visitResponse: category,
  neThroughout: courseCategory,
  burden: { ofCourse: false, numeric: true },
};

/**
 * What two reads under a criterion can differ in, by the parts it combines: without targets there is no
 * measurable disease at baseline, without new lesions none to see, and PCWG2 knows no response.
 */
function variablesOf({ id, parameters }: CriterionChoice): ReadonlyMap<string, Variable> {
  const variables = new Map(Object.entries(ofResponses));
  const parts = Object.hasOwn(criteria, id)
    ? Object.keys(criteria[id]?.components.properties ?? {})
    : [];
  if (parts.includes('newLesions')) variables.set('newLesion', category);
  if (parts.includes('target') || parts.includes('targetsAtBaseline')) {
    variables.set('measurability', category);
  }
  if (parameters['standard'] === 'pcwg2') variables.delete('respDate');
  return variables;
}

/** Triggers that can't fire, and decisions that contradict themselves. */
export function adjudicationProblems(charter: Charter): CharterProblem[] {
  return charter.tracks.flatMap(({ adjudication }, index) => {
    if (adjudication === undefined) return [];
    const path = `/tracks/${index}/adjudication`;
    return [
      ...adjudication.triggers.flatMap((trigger, at) =>
        triggerProblems(charter, adjudication, trigger, `${path}/triggers/${at}`)
      ),
      ...repeatedTriggers(adjudication, path),
      ...decisionProblems(charter, adjudication, path),
    ];
  });
}

function triggerProblems(
  { criteria: chosen, instruments }: Charter,
  { scope }: Adjudication,
  trigger: Trigger,
  path: string
): CharterProblem[] {
  const { variable, of, absolute, relativePct } = trigger;
  const limited = absolute !== undefined || relativePct !== undefined;
  const criterion = chosen.find(({ id }) => id === of);
  if (criterion === undefined) {
    if (instruments.some(({ id }) => id === of)) return [];
    const known = [...chosen, ...instruments].map(({ id }) => id);
    const message = `${of} is no criterion or instrument of this trial${suggestion(of, known)} (there are ${known.join(', ')})`;
    return [{ path: `${path}/of`, message }];
  }
  const variables = variablesOf(criterion);
  const known = [...variables.keys()];
  const about = variables.get(variable);
  if (about === undefined) {
    const message = `${of} has no ${variable} to compare${suggestion(variable, known)} (it has ${known.join(', ')})`;
    return [{ path: `${path}/variable`, message }];
  }
  if (about.numeric && !limited) {
    const message = `${variable} is a number that no two readers share: say by how much it may differ, with absolute or relativePct`;
    return [{ path: `${path}/variable`, message }];
  }
  if (!about.numeric && limited) {
    const message = /Date$/.test(variable)
      ? `${variable} has no threshold; set dateToleranceDays for dates`
      : `${variable} is no number, so it has no threshold; remove it`;
    const key = absolute === undefined ? 'relativePct' : 'absolute';
    return [{ path: `${path}/${key}`, message, atKey: true }];
  }
  if (scope === 'timepoint' && about.ofCourse) {
    const message = `${variable} is known when the course is closed, not at a timepoint; use visitResponse, or scope: subject`;
    return [{ path: `${path}/variable`, message }];
  }
  return [];
}

function repeatedTriggers({ triggers }: Adjudication, path: string): CharterProblem[] {
  const names = triggers.map(({ of, variable }) => JSON.stringify([of, variable]));
  return triggers.flatMap(({ variable }, at) =>
    names.indexOf(names[at] ?? '') < at
      ? [
          {
            path: `${path}/triggers/${at}/variable`,
            message: `${variable} is a trigger already; remove one of them`,
          },
        ]
      : []
  );
}

function decisionProblems(
  { criteria: chosen }: Charter,
  adjudication: Adjudication,
  path: string
): CharterProblem[] {
  const { mode, counterfactual, thirdReadFinal, concordantSource } = adjudication;
  const problems: CharterProblem[] = [];
  const primary = chosen.find(entry => entry.primary);
  if (mode === 'thirdRead' && counterfactual) {
    problems.push({
      path: `${path}/counterfactual`,
      message:
        'an adjudicator who reads anew sees neither read, so nothing of one can be put into the other; set false, or mode: selectRead',
    });
  }
  if (mode !== 'thirdRead' && thirdReadFinal !== undefined) {
    problems.push({
      path: `${path}/thirdReadFinal`,
      message: `with mode ${mode} there is no third read; remove thirdReadFinal, or set mode: thirdRead`,
      atKey: true,
    });
  }
  if (primary === undefined) return problems;
  if (thirdReadFinal !== undefined && thirdReadFinal !== 'adjudicator') {
    problems.push({
      path: `${path}/thirdReadFinal`,
      message: `${primary.id} gives a response, which has no mean or median; set thirdReadFinal: adjudicator`,
    });
  }
  if (concordantSource === 'mean') {
    problems.push({
      path: `${path}/concordantSource`,
      message: `${primary.id} gives a response, which has no mean; set concordantSource: reader1`,
    });
  }
  return problems;
}
