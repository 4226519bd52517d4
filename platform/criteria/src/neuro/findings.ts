import { finding } from '../course/baselineFindings.js';
import { treatedBefore } from '../course/lesionHistory.js';
import { linkFindings, missingRows } from '../course/linkFindings.js';
import { placeFindings } from '../course/placeFindings.js';
import {
  type Followed,
  splitEntries,
  splitRoot,
  type Subject,
  type Visit,
} from '../course/subject.js';
import type { LengthScale } from '../decimal.js';
import type { Finding, LesionInput } from '../schemas.js';
import type { Context } from './context.js';
import type { NeuroMeasure } from './measures.js';
import { missingContext, type NeuroTables } from './overall.js';

/** What a criterion asks of its baseline. */
export interface BaselineLimits {
  readonly source: string;
  /** Smallest diameter of a measured lesion in both directions, mm; null: any. */
  readonly measurableFromMm: number | null;
  /** Most measured lesions of one kind; Infinity: any number. */
  readonly most: (compartment: 'CE' | 'NONCE' | null) => number;
}

export interface FindingSubject extends Subject {
  readonly measure: NeuroMeasure;
  readonly limits: BaselineLimits;
}

const hasState = (lesion: LesionInput): boolean =>
  lesion.evaluable === false ||
  lesion.tooSmallToMeasure === true ||
  lesion.status === 'absent' ||
  Boolean(lesion.mergedInto);

function valueFindings(
  lesion: LesionInput,
  isParent: boolean,
  { measure, scale, limits }: FindingSubject
): Finding[] {
  const { id, status, tooSmallToMeasure } = lesion;
  const found: Finding[] = [];
  const diameters = diametersOf(lesion);
  if (diameters && diameters.across > diameters.longest) {
    const { longest, across } = diameters;
    const text = `${id}: the perpendicular diameter (${across} mm) is longer than the longest (${longest} mm).`;
    found.push(finding('measurement.perpendicularLonger', 'warning', id, text, limits.source));
  }
  const value = measure.value(lesion, false, scale);
  if (value === null) {
    if (hasState(lesion) || isParent) return found;
    const { rule, what } = measure.missing(lesion);
    return [
      ...found,
      finding(rule, 'block', id, `${id} has ${what}; not evaluable.`, limits.source),
    ];
  }
  if (!status) return found;
  const agrees = value > 0n ? status !== 'absent' : status === 'absent' || tooSmallToMeasure;
  if (agrees) return found;
  const text = `${id}: its size and status "${status}" contradict each other; the lesion counts as not evaluable.`;
  return [...found, finding('measurement.contradiction', 'block', id, text, limits.source)];
}

/** Both diameters, mm; null when one is not given. */
function diametersOf({
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
}: LesionInput): { readonly longest: number; readonly across: number } | null {
  return longest == null || across == null ? null : { longest, across };
}

/** The smaller of both diameters, which decides whether a lesion is measurable; null when one is not given. */
export function smallerDiameter(lesion: LesionInput, scale: LengthScale): bigint | null {
  const diameters = diametersOf(lesion);
  return diameters && scale.of(Math.min(diameters.longest, diameters.across));
}

function measurableFindings(
  lesion: LesionInput,
  { measure, scale, limits }: FindingSubject
): Finding[] {
  const { source, measurableFromMm } = limits;
  const { id } = lesion;
  const isGone = measure.value(lesion, false, scale) === 0n && !lesion.tooSmallToMeasure;
  if (lesion.status === 'absent' || isGone)
    return [
      finding(
        'baseline.target.absent',
        'block',
        id,
        `${id} is measured but absent at baseline.`,
        source
      ),
    ];
  if (lesion.evaluable === false) {
    const text = `${id} is not evaluable at baseline: no sum, every visit is NE.`;
    return [finding('baseline.target.notEvaluable', 'block', id, text, source)];
  }
  if (measurableFromMm === null || lesion.mergedInto) return [];
  if (lesion.tooSmallToMeasure) {
    const text = `${id} is too small to measure: not measurable disease.`;
    return [finding('baseline.target.tooSmall', 'block', id, text, source)];
  }
  const diameters = diametersOf(lesion);
  if (!diameters) return [];
  const { longest, across } = diameters;
  const base = scale.of(measurableFromMm);
  const slice = lesion.sliceThicknessMm ?? 0;
  const double = 2n * scale.of(slice);
  const thick = double > base;
  if (scale.of(Math.min(longest, across)) >= (thick ? double : base)) return [];
  const size = `${longest} x ${across} mm`;
  const limit = thick
    ? `twice the slice thickness of ${slice} mm`
    : `${measurableFromMm} x ${measurableFromMm} mm`;
  const rule = thick ? 'baseline.sliceThickness' : 'baseline.target.tooSmall';
  return [finding(rule, 'block', id, `${id}: ${size} is below ${limit}; non-measurable.`, source)];
}

/** What a criterion objects to at baseline; `compartmentOf` groups measured lesions for their largest number. */
export function neuroBaselineFindings(
  visit: Visit,
  subject: FindingSubject,
  compartmentOf: (id: string) => 'CE' | 'NONCE' | null
): Finding[] {
  const { limits, targets } = subject;
  const found: Finding[] = [];
  for (const kind of ['CE', 'NONCE', null] as const) {
    const those = targets.filter(({ id }) => compartmentOf(id) === kind);
    const most = limits.most(kind);
    const beyond = those[most];
    if (!beyond) continue;
    const text = `${those.length} measured lesions${kind === null ? '' : ` (${kind})`}; at most ${most}.`;
    found.push(finding('baseline.targets.tooMany', 'block', beyond.id, text, limits.source));
  }
  const measured = new Set(targets.map(({ id }) => id));
  for (const lesion of visit.lesions.list)
    if (measured.has(lesion.id)) found.push(...measurableFindings(lesion, subject));
  for (const { id, role, status } of visit.lesions.values()) {
    const say = (rule: string, text: string): void => {
      found.push(finding(rule, 'block', id, text, limits.source));
    };
    if (role === 'new')
      say('baseline.newLesion', `${id} is a new lesion at baseline; it is not used.`);
    if (role === 'non-target' && status === 'absent')
      say('baseline.nonTarget.absent', `${id} is a non-target lesion but absent at baseline.`);
  }
  const { noDisease } = visit.input;
  if (visit.lesions.size === 0 && noDisease !== true) {
    const text = 'No lesion at baseline, and "no disease" is not stated.';
    found.push(finding('baseline.noLesions', 'warning', null, text, limits.source));
  }
  if (visit.lesions.size > 0 && noDisease === true) {
    const text = '"No disease" is stated, but lesions are listed.';
    found.push(finding('baseline.noDiseaseContradicted', 'block', null, text, limits.source));
  }
  return found;
}

/** Findings of any timepoint about the lesions entered. `history` is baseline to this visit. */
export function neuroEntryFindings(
  visit: Visit,
  history: readonly Visit[],
  subject: FindingSubject
): Finding[] {
  const { targets, nonTargets, baseline, limits } = subject;
  const lookup = splitEntries(history);
  const lesions = visit.lesions.list;
  const followed = [...targets, ...nonTargets];
  const isTreated = (one: Followed) => treatedBefore(one, history, visit.date);
  const found: Finding[] = [];
  const block = (rule: string, id: string, text: string): void => {
    found.push(finding(rule, 'block', id, text, limits.source));
  };
  for (const lesion of lesions) {
    const { id, role, splitFrom } = lesion;
    const original = baseline?.lesions.get(id);
    if (visit === baseline || !original) found.push(...placeFindings(lesion));
    found.push(...linkFindings(lesion, visit, lookup, limits.source));
    const isParent = visit.lesions.parts.some(part => part.splitFrom === id);
    const root = splitFrom ? splitRoot(lesion, lookup) : id;
    if (targets.some(target => target.id === root && !isTreated(target)))
      found.push(...valueFindings(lesion, isParent, subject));
    const isFollowed = followed.some(one => one.id === id);
    if (role !== 'new' && !isFollowed && !splitFrom)
      block(
        'lesion.notAtBaseline',
        id,
        `${id} is a ${role} lesion but not in the baseline; it is not used.`
      );
    if (original && isFollowed && original.role !== role)
      block(
        'lesion.roleChanged',
        id,
        `${id} was a ${original.role} lesion at baseline and stays one.`
      );
    const size =
      role === 'new'
        ? (lesion.longestDiameterMm ?? lesion.shortAxisMm)
        : subject.measure.sizeOf(lesion);
    if (role !== 'target' && !lesion.status && !hasState(lesion) && !isParent && size == null)
      block(
        role === 'new' ? 'newLesion.stateMissing' : 'nonTarget.stateMissing',
        id,
        `${id} has no state; it counts as not evaluable.`
      );
  }
  if (visit.input.evaluable !== false)
    found.push(
      ...missingRows(
        followed.filter(one => !isTreated(one)),
        visit,
        lookup,
        limits.source
      )
    );
  return found;
}

const asked = {
  steroids: 'The steroid dose against baseline',
  clinicalStatus: 'The clinical status',
  t2Flair: 'T2/FLAIR disease',
} as const;

/** What was not told of the patient at a visit after the baseline. */
export function contextFindings(
  context: Context,
  tables: Pick<NeuroTables, 'usesT2Flair' | 'source'>
): Finding[] {
  const found = missingContext(context, tables).map(name =>
    finding(
      `context.${name}Missing`,
      'warning',
      null,
      `${asked[name]} is not given: what depends on it is not decided.`,
      tables.source
    )
  );
  if (!context.countedFromBaseline) return found;
  const text =
    'New diagnosis without the end of radiotherapy: days are counted from the baseline, which is after it.';
  return [
    ...found,
    finding('context.radiotherapyDateMissing', 'warning', null, text, tables.source),
  ];
}
