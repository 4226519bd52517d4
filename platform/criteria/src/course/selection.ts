import { findLocation } from '../locations.js';
import type { Finding, LesionInput } from '../schemas.js';
import { finding } from './baselineFindings.js';
import { isNode, type Visit } from './subject.js';

/** What a criterion that is not RECIST 1.1 asks of the lesions followed from baseline. */
export interface SelectionRules {
  readonly source: string;
  readonly maxPerOrgan: number;
  /** Why a target of this size can't be one; null when it can or when its size is not given. */
  tooSmall(lesion: LesionInput): string | null;
}

/** The organ of a lesion for limits per organ; null when not given. */
export function organOf(lesion: LesionInput): string | null {
  if (isNode(lesion)) return 'LYMPH NODES';
  return findLocation(lesion.location)?.organ ?? lesion.location ?? null;
}

/** More than `most` lesions in one organ: one finding per organ, on the first lesion too many. */
export function perOrganFindings(
  lesions: readonly LesionInput[],
  most: number,
  rule: string,
  source: string
): Finding[] {
  const organs = new Map<string, LesionInput[]>();
  for (const lesion of lesions) {
    const organ = organOf(lesion);
    if (organ !== null) organs.set(organ, [...(organs.get(organ) ?? []), lesion]);
  }
  return [...organs].flatMap(([organ, inside]) => {
    const tooMany = inside[most];
    if (!tooMany) return [];
    const text = `${inside.length} lesions in ${organ}; at most ${most} per organ.`;
    return [finding(rule, 'block', tooMany.id, text, source)];
  });
}

/** More than `most` lesions: one finding, on the first too many. */
export function totalFindings(
  lesions: readonly LesionInput[],
  most: number,
  kind: string,
  rule: string,
  source: string
): Finding[] {
  const tooMany = lesions[most];
  if (!tooMany) return [];
  const text = `${lesions.length} ${kind}; at most ${most}.`;
  return [finding(rule, 'block', tooMany.id, text, source)];
}

/** The targets that were chosen at baseline, parts of a split left out. */
export function chosenTargets(baseline: Visit): LesionInput[] {
  return baseline.lesions.list.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
}

function targetFindings(lesion: LesionInput, rules: SelectionRules): Finding[] {
  const { id } = lesion;
  const block = (rule: string, text: string): Finding =>
    finding(rule, 'block', id, text, rules.source);
  if (lesion.evaluable === false)
    return [
      block(
        'baseline.target.notEvaluable',
        `${id} is not evaluable at baseline: every visit is NE.`
      ),
    ];
  if (lesion.status === 'absent')
    return [block('baseline.target.absent', `${id} is a target but absent at baseline.`)];
  const why = lesion.tooSmallToMeasure ? 'it is too small to measure' : rules.tooSmall(lesion);
  return why === null ? [] : [block('baseline.target.tooSmall', `${id} is no target: ${why}.`)];
}

/** What a criterion objects to in what was chosen at baseline. */
export function selectionFindings(baseline: Visit, rules: SelectionRules): Finding[] {
  const lesions = baseline.lesions.list;
  const targets = chosenTargets(baseline);
  const { source, maxPerOrgan } = rules;
  const found = [
    ...perOrganFindings(targets, maxPerOrgan, 'baseline.targets.tooManyPerOrgan', source),
    ...targets.flatMap(lesion => targetFindings(lesion, rules)),
  ];
  for (const { id, role, status } of lesions) {
    if (role === 'new') {
      const text = `${id} is a new lesion at baseline; it is not used.`;
      found.push(finding('baseline.newLesion', 'block', id, text, source));
    }
    if (role === 'non-target' && status === 'absent') {
      const text = `${id} is a non-target but absent at baseline.`;
      found.push(finding('baseline.nonTarget.absent', 'block', id, text, source));
    }
  }
  const stated = baseline.input.noDisease === true;
  if (lesions.length === 0 && !stated) {
    const text = 'No lesion at baseline, and "no disease" is not stated.';
    found.push(finding('baseline.noLesions', 'warning', null, text, source));
  }
  if (lesions.length > 0 && stated) {
    const text = '"No disease" is stated, but lesions are listed.';
    found.push(finding('baseline.noDiseaseContradicted', 'block', null, text, source));
  }
  return found;
}

/** Findings that course/ raises for every criterion, with the paper of this one instead of RECIST's. */
export function citing(findings: readonly Finding[], source: string): Finding[] {
  return findings.map(one => (one.source.startsWith('Eisenhauer') ? { ...one, source } : one));
}
