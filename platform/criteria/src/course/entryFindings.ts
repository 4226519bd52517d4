import type { Finding } from '../schemas.js';
import { finding } from './baselineFindings.js';
import type { CourseSubject } from './courseRules.js';
import { stillMerged, treatedWithHost } from './lesionHistory.js';
import { hostOutOfSum } from './lesionState.js';
import { linkFindings, missingParts, missingRows } from './linkFindings.js';
import { countedAxis } from './measure.js';
import { absenceFindings, hasState, measurementFindings } from './measurementFindings.js';
import { newLesionFindings } from './newLesionFindings.js';
import { placeFindings } from './placeFindings.js';
import { reading } from './sources.js';
import { splitEntries, splitRoot, type Visit } from './subject.js';

/** Findings of any timepoint about what was entered. `history` is baseline to this visit. */
export function entryFindings(
  visit: Visit,
  history: readonly [Visit, ...Visit[]],
  subject: CourseSubject
): Finding[] {
  const { targets, nonTargets, measure, rules } = subject;
  const [baseline] = history;
  const isBaseline = visit === baseline;
  const lookup = splitEntries(history);
  const lesions = visit.lesions.list;
  const found = lesions.flatMap(lesion => [
    ...(isBaseline || lesion.role === 'new' || !baseline.lesions.has(lesion.id)
      ? placeFindings(lesion)
      : []),
    ...linkFindings(lesion, visit, lookup),
  ]);
  const roster = [
    ...targets.map(one => ({ ...one, role: 'target' })),
    ...nonTargets.map(one => ({ ...one, role: 'non-target' })),
  ];
  for (const lesion of lesions) {
    const followed = roster.find(({ id }) => id === lesion.id);
    const isParent = visit.lesions.parts.some(({ splitFrom }) => splitFrom === lesion.id);
    const root = lesion.splitFrom ? splitRoot(lesion, lookup) : lesion.id;
    const target = targets.find(({ id }) => id === root);
    if (target) found.push(...measurementFindings(lesion, target.node, isParent));
    const host = target ? hostOutOfSum(lesion, visit, history, rules.hosts) : null;
    if (host !== null) {
      const text = `${lesion.id} is merged into ${host}, which is no target: the size of both is in no sum, and ${lesion.id} counts as not evaluable.`;
      found.push(finding('lesion.mergedIntoNoTarget', 'block', lesion.id, text, reading));
    }
    if (lesion.role !== 'new' && !followed && !lesion.splitFrom) {
      found.push(
        finding(
          'lesion.notAtBaseline',
          'block',
          lesion.id,
          `${lesion.id} is a ${lesion.role} lesion, but not in the baseline; it is not used.`,
          reading
        )
      );
    }
    const nonTarget = nonTargets.find(({ id }) => id === root);
    if (
      nonTarget &&
      !lesion.status &&
      !hasState(lesion) &&
      !isParent &&
      countedAxis(lesion, nonTarget.node) === null
    ) {
      found.push(
        finding('nonTarget.stateMissing', 'block', lesion.id, `${lesion.id} has no state.`, reading)
      );
    }
    if (nonTarget) {
      const { normalBelowMm } = rules.nodeLimits(lesion);
      found.push(...absenceFindings(lesion, nonTarget.node, normalBelowMm));
    }
    if (followed && followed.role !== lesion.role) {
      found.push(
        finding(
          'lesion.roleChanged',
          'block',
          lesion.id,
          `${lesion.id} was a ${followed.role} lesion at baseline and stays one.`,
          reading
        )
      );
    }
  }
  if (isBaseline) return found;
  if (visit.input.evaluable !== false) {
    // A visit need not list what is still merged with a lesion that it lists, or was treated.
    const expected = roster.filter(
      one =>
        !stillMerged(one.id, history, measure) &&
        !treatedWithHost(one, history, visit.date, measure)
    );
    found.push(...missingRows(expected, visit, lookup));
    found.push(...missingParts(subject, visit, history));
  }
  found.push(...newLesionFindings(visit, history, subject.scale, rules.nodeLimits));
  return found;
}
