import type { Charter } from '../schema/charter.js';
import type { ClinicalFacts, FactKind, Form } from '../schema/facts.js';
import type { RoleName } from '../schema/people.js';
import { armAdvice, namesArm } from './treatmentArm.js';
import type { CharterProblem } from './problem.js';

/** Facts that give a reader real dates or what became of the subject; no criterion needs a reader to know them. */
const keptFromReaders: readonly FactKind[] = [
  'randomisation',
  'firstDose',
  'death',
  'newAnticancerTherapy',
];

/** Who brings clinical facts in. */
export const factKeepers: readonly RoleName[] = ['dataManager', 'unblindedSupport'];

/** Who can be shown clinical facts beside a case or on the page of their own. */
export const factViewers: readonly RoleName[] = [
  ...factKeepers,
  ...(['admin', 'auditor', 'reader', 'adjudicator'] as const),
];

/** Clinical facts that readers would see and should not, and forms that can't be filled in. */
export function factProblems(charter: Charter): CharterProblem[] {
  return [
    ...(Object.keys(charter.clinicalFacts) as FactKind[]).flatMap(kind =>
      shownFactProblems(kind, charter.clinicalFacts, charter)
    ),
    ...charter.forms.flatMap((form, index) => formProblems(form, index, charter)),
  ];
}

function shownFactProblems(
  kind: FactKind,
  facts: ClinicalFacts,
  { blinding }: Charter
): CharterProblem[] {
  const fact = facts[kind];
  const at = fact?.roles.findIndex(role => role === 'reader' || role === 'adjudicator') ?? -1;
  const role = fact?.roles[at];
  if (fact === undefined) return [];
  const path = `/clinicalFacts/${kind}`;
  if (role === undefined) return unkeptFact(kind, fact.roles);
  if (keptFromReaders.includes(kind)) {
    const message = `${kind} would unblind a ${role} (real dates, or what became of the subject); remove ${role} from its roles`;
    return [{ path: `${path}/roles/${at}`, message }];
  }
  if (fact.when === 'neverToReaders') {
    const message = `${role} is among the roles of ${kind}, which readers never see; remove ${role}, or set when: afterImagingLocked`;
    return [{ path: `${path}/roles/${at}`, message }];
  }
  if (kind === 'sex' && !blinding.sexAge) {
    const message = `blinding hides sex and age from readers; remove ${role}, or set blinding.sexAge: true`;
    return [{ path: `${path}/roles/${at}`, message }];
  }
  return unkeptFact(kind, fact.roles);
}

/** Who brings a fact in sees it: of one that none of them may see there would never be any. */
function unkeptFact(kind: FactKind, roles: readonly RoleName[]): CharterProblem[] {
  if (roles.some(role => factKeepers.includes(role))) return [];
  const message = `nobody could bring ${kind} in: who does sees it; add ${factKeepers.join(' or ')} to its roles`;
  return [{ path: `/clinicalFacts/${kind}/roles`, message }];
}

function formProblems(form: Form, index: number, { tracks }: Charter): CharterProblem[] {
  const path = `/forms/${index}`;
  const problems: CharterProblem[] = [];
  if (form.purpose === 'siteTransmittal' && form.filledBy === 'reader') {
    problems.push({
      path: `${path}/filledBy`,
      message: 'readers never see what sites write; set siteCoordinator or dataManager',
    });
  }
  if (form.purpose === 'eligibility' && !tracks.some(({ kind }) => kind === 'eligibility')) {
    problems.push({
      path: `${path}/purpose`,
      message: 'an eligibility form needs a track of kind eligibility; add one or remove the form',
    });
  }
  return [
    ...problems,
    ...form.fields.flatMap((field, at) => fieldProblems(field, `${path}/fields/${at}`)),
  ];
}

function fieldProblems(field: Form['fields'][number], path: string): CharterProblem[] {
  const { id, type, choices, unit } = field;
  if (namesArm(id)) return [{ path: `${path}/id`, message: `no field ${id}: ${armAdvice}` }];
  if (type === 'choice' && choices === undefined) {
    return [{ path, message: `${id} is a choice without choices; list them` }];
  }
  if (type !== 'choice' && choices !== undefined) {
    const message = `${id} is of type ${type} and has no choices; remove them, or set type: choice`;
    return [{ path: `${path}/choices`, message, atKey: true }];
  }
  if (type !== 'number' && unit !== undefined) {
    const message = `${id} is of type ${type} and has no unit; remove it, or set type: number`;
    return [{ path: `${path}/unit`, message, atKey: true }];
  }
  return [];
}
