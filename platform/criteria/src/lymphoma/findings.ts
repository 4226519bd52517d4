import { finding } from '../course/baselineFindings.js';
import {
  type Followed,
  isNode,
  splitEntries,
  splitRoot,
  type Subject,
  type Visit,
} from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import { findLocation } from '../locations.js';
import type { Finding, LesionInput } from '../schemas.js';
import type { LymphomaParameters } from './parameters.js';
import { anyAxis, newLesionsOf } from './newLesions.js';

const dictionary = 'CDISC LOC (closed list of this project)';

/** What a criterion objects to in what was entered. */
export interface EntryRules {
  readonly source: string;
  /** Whether the baseline's lesions are to be listed at this visit. */
  expectsLesions(visit: Visit): boolean;
  /** Why a lesion of this size can't be a target; null when it can. */
  tooSmall(lesion: LesionInput, node: boolean, scale: LengthScale): string | null;
}

function hasState({ evaluable, tooSmallToMeasure, status, mergedInto }: LesionInput): boolean {
  return (
    evaluable === false || tooSmallToMeasure === true || status === 'absent' || Boolean(mergedInto)
  );
}

function baselineFindings(
  baseline: Visit,
  rules: EntryRules,
  maxTargets: number,
  scale: LengthScale
): Finding[] {
  const { source } = rules;
  const lesions = [...baseline.lesions.values()];
  const targets = lesions.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
  const found: Finding[] = [];
  const add = (rule: string, lesion: string | null, text: string): void => {
    found.push(finding(rule, 'block', lesion, text, source));
  };
  if (targets.length > maxTargets) {
    const text = `${targets.length} targets; at most ${maxTargets}.`;
    add('baseline.targets.tooMany', targets[maxTargets]?.id ?? null, text);
  }
  for (const lesion of targets) {
    const { id } = lesion;
    const small = rules.tooSmall(lesion, isNode(lesion), scale);
    const place = findLocation(lesion.location);
    if (lesion.status === 'absent' || lesion.longestDiameterMm === 0)
      add('baseline.target.absent', id, `${id} is a target but absent at baseline.`);
    else if (lesion.evaluable === false)
      add(
        'baseline.target.notEvaluable',
        id,
        `${id} is not evaluable at baseline: every visit is NE.`
      );
    else if (lesion.tooSmallToMeasure)
      add('baseline.target.tooSmall', id, `${id} is too small to measure: not a target.`);
    else if (small !== null) add('baseline.target.tooSmall', id, `${id}: ${small}`);
    if (place?.measurable === false)
      add('baseline.target.notMeasurable', id, `${id}: ${place.code} is never measurable.`);
  }
  for (const { id, role, status } of lesions) {
    if (role === 'new')
      add('baseline.newLesion', id, `${id} is a new lesion at baseline; it is not used.`);
    if (role === 'non-target' && status === 'absent')
      add('baseline.nonTarget.absent', id, `${id} is a non-target but absent at baseline.`);
  }
  if (lesions.length > 0 && baseline.input.noDisease === true)
    add('baseline.noDiseaseContradicted', null, '"No disease" is stated, but lesions are listed.');
  if (
    lesions.length === 0 &&
    baseline.input.noDisease !== true &&
    baseline.input.evaluable !== false
  ) {
    const text = 'No lesion at baseline, and "no disease" is not stated.';
    found.push(finding('baseline.noLesions', 'warning', null, text, source));
  }
  return found;
}

function measurementFindings(lesion: LesionInput, source: string): Finding[] {
  const {
    id,
    status,
    longestDiameterMm: longest,
    perpendicularDiameterMm: across,
    shortAxisMm,
  } = lesion;
  const one = (rule: string, text: string): Finding[] => [
    finding(rule, 'block', id, `${id}: ${text}`, source),
  ];
  if (longest === 0 || (longest != null && across != null)) {
    const contradicts = status && (longest === 0) !== (status === 'absent');
    if (contradicts && !lesion.tooSmallToMeasure && lesion.evaluable !== false)
      return one(
        'measurement.contradiction',
        `${longest} mm and status "${status}" contradict each other; the lesion counts as not evaluable.`
      );
    if ((across ?? 0) > longest)
      return one(
        'measurement.perpendicularLonger',
        `the perpendicular diameter (${across} mm) is longer than the longest (${longest} mm); ${longest === 0 ? 'the lesion counts as gone' : 'the longer one counts as the longest'}.`
      );
    return [];
  }
  if (hasState(lesion)) return [];
  if (longest != null)
    return one(
      'measurement.perpendicularMissing',
      'the perpendicular diameter is missing; the lesion counts as not evaluable.'
    );
  if (across != null || shortAxisMm != null)
    return one(
      'measurement.longestDiameterMissing',
      'the longest diameter is missing; two diameters are needed.'
    );
  return one('measurement.missing', 'neither a measurement nor a state.');
}

function placeFindings({ id, location }: LesionInput): Finding[] {
  if (!location)
    return [finding('location.missing', 'warning', id, `${id} has no location.`, dictionary)];
  if (findLocation(location)) return [];
  const text = `${id}: location "${location}" is not in the list.`;
  return [finding('location.unknown', 'warning', id, text, dictionary)];
}

/** What is wrong with the entries of a visit; `history`: the baseline to this visit. */
export function entryFindings(
  visit: Visit,
  baseline: Visit,
  history: readonly Visit[],
  { targets, nonTargets, scale, parameters }: Subject & { readonly parameters: LymphomaParameters },
  rules: EntryRules
): Finding[] {
  const { source } = rules;
  const isBaseline = visit === baseline;
  const lookup = splitEntries(history);
  const followed: readonly Followed[] = [...targets, ...nonTargets];
  const lesions = [...visit.lesions.values()];
  const roots = new Map(
    lesions.map(lesion => [lesion.id, lesion.splitFrom ? splitRoot(lesion, lookup) : lesion.id])
  );
  const found: Finding[] = isBaseline
    ? baselineFindings(baseline, rules, parameters.maxTargets, scale)
    : [];
  const block = (rule: string, lesion: string, text: string): void => {
    found.push(finding(rule, 'block', lesion, `${lesion} ${text}`, source));
  };
  for (const lesion of lesions) {
    const { id, role, mergedInto } = lesion;
    const root = roots.get(id) ?? null;
    const own = followed.find(one => one.id === root);
    const hasParts = visit.lesions.parts.some(({ splitFrom }) => splitFrom === id);
    if (isBaseline || role === 'new') found.push(...placeFindings(lesion));
    if (mergedInto === id) block('lesion.mergedIntoUnknown', id, 'is merged into itself.');
    else if (mergedInto && !visit.lesions.has(mergedInto))
      block('lesion.mergedIntoUnknown', id, `is merged into "${mergedInto}", which is not listed.`);
    // A new lesion may split as well.
    const parent = lesion.splitFrom ? lookup(lesion.splitFrom) : undefined;
    if (lesion.splitFrom && !own && parent?.role !== 'new')
      block(
        'lesion.splitFromUnknown',
        id,
        `is split from "${lesion.splitFrom}", which the baseline does not have.`
      );
    if (own && targets.includes(own) && !hasParts)
      found.push(...measurementFindings(lesion, source));
    if (
      own &&
      nonTargets.includes(own) &&
      !hasParts &&
      !hasState(lesion) &&
      !lesion.status &&
      anyAxis(lesion) === null
    )
      block('nonTarget.stateMissing', id, 'has no state.');
    if (!isBaseline && role !== 'new' && !lesion.splitFrom && !own)
      block(
        'lesion.notAtBaseline',
        id,
        `is listed as ${role}, but the baseline does not have it; it is not used.`
      );
    const first = own ? baseline.lesions.get(id) : undefined;
    if (first && first.role !== role)
      block('lesion.roleChanged', id, `was ${first.role} at baseline and stays so.`);
  }
  if (isBaseline || visit.input.evaluable === false) return found;
  for (const { id } of rules.expectsLesions(visit) ? followed : []) {
    if (visit.lesions.has(id) || [...roots.values()].includes(id)) continue;
    // Confluent lesions stay so until they are listed apart again.
    const last = history.findLast(({ lesions: listed }) => listed.has(id))?.lesions.get(id);
    if (last?.mergedInto && visit.lesions.has(last.mergedInto)) continue;
    block('lesion.notAssessed', id, 'of the baseline is not listed; it counts as not evaluable.');
  }
  for (const lesion of newLesionsOf(visit, history)) {
    if (!lesion.status && anyAxis(lesion) === null && !hasState(lesion))
      block(
        'newLesion.stateMissing',
        lesion.id,
        'is a new lesion without a state; it counts as not evaluable.'
      );
  }
  return found;
}
