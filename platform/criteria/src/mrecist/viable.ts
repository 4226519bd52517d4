import { finding } from '../course/baselineFindings.js';
import { isNode } from '../course/subject.js';
import { compareDates } from '../dates.js';
import { findLocation } from '../locations.js';
import type { AssessmentInput, Finding, LesionInput, TimepointInput } from '../schemas.js';
import type { LesionOwn, TimepointOwn } from './inputs.js';

type MrecistLesion = LesionInput & LesionOwn;

const source = 'Lencioni 2010 (mRECIST), target and non-target lesions';

export interface ViableInput {
  readonly input: AssessmentInput;
  /** Findings of mRECIST's own by timepoint id. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** How a baseline lesion is followed: by what is viable, or by a longest diameter that is read as viable. */
type Following = 'viable' | 'assumed';

export const isHepatic = (lesion: Pick<LesionInput, 'location'>): boolean =>
  findLocation(lesion.location)?.organ === 'LIVER';

/** Fluid: ascites, pleural and pericardial effusion. */
export const isFluid = (lesion: Pick<LesionInput, 'location'>): boolean =>
  /ASCITES|EFFUSION/.test(lesion.location ?? '');

function followingOf(lesion: MrecistLesion): Following | null {
  if (isNode(lesion)) return null;
  if (typeof lesion.viableDiameterMm === 'number') return 'viable';
  if (!isHepatic(lesion) || lesion.arterialEnhancement === false) return null;
  return typeof lesion.longestDiameterMm === 'number' ? 'assumed' : 'viable';
}

/** A target with its viable diameter in the place of the longest one; what shows no enhancement is gone, scar or not. */
function counted(
  lesion: MrecistLesion,
  following: Following | null,
  isBaseline: boolean
): MrecistLesion {
  const viable =
    lesion.viableDiameterMm ??
    (following !== null && lesion.arterialEnhancement === false ? 0 : null);
  if (viable !== null) {
    // A viable diameter of a lesion said not to enhance contradicts itself: as absent with a size it is not evaluable.
    const gone = viable === 0 || (!isBaseline && lesion.arterialEnhancement === false);
    const status = gone ? ('absent' as const) : (lesion.status ?? null);
    return { ...lesion, longestDiameterMm: viable, status };
  }
  return following === 'viable' ? { ...lesion, longestDiameterMm: null } : lesion;
}

function nonTargetState(lesion: MrecistLesion, isBaseline: boolean): MrecistLesion {
  if (isFluid(lesion) && lesion.status === 'progressed' && lesion.cytology !== 'positive')
    return { ...lesion, status: 'present' };
  return !isBaseline && lesion.arterialEnhancement === false
    ? { ...lesion, status: 'absent', longestDiameterMm: null }
    : lesion;
}

function ownFindings(
  given: MrecistLesion,
  following: Following | null,
  isBaseline: boolean
): Finding[] {
  const { id, role } = given;
  const say = (rule: string, severity: Finding['severity'], text: string): Finding[] => [
    finding(rule, severity, id, text, source),
  ];
  if (role === 'target' && isBaseline && following === 'assumed') {
    const text = `${id} has a longest diameter only; it is read as the viable (arterially enhancing) one.`;
    return say('mrecist.viableAssumed', 'note', text);
  }
  if (role === 'target' && isBaseline && isHepatic(given) && given.arterialEnhancement === false) {
    const text = `${id} shows no arterial enhancement: an atypical lesion, followed by its longest diameter.`;
    return say('mrecist.atypical', 'note', text);
  }
  const unmeasured =
    typeof given.viableDiameterMm !== 'number' && given.arterialEnhancement !== false;
  if (
    role === 'target' &&
    !isBaseline &&
    following === 'viable' &&
    unmeasured &&
    typeof given.longestDiameterMm === 'number'
  ) {
    const text = `${id} was followed by its viable diameter; its longest diameter alone does not count.`;
    return say('mrecist.viableMissing', 'block', text);
  }
  const { viableDiameterMm: viable, arterialEnhancement, washout } = given;
  if (role === 'target' && !isBaseline && viable && arterialEnhancement === false) {
    const text = `${id}: ${viable} mm viable and no arterial enhancement contradict each other; the lesion counts as not evaluable.`;
    return say('mrecist.viableContradicted', 'block', text);
  }
  const patterned = typeof arterialEnhancement === 'boolean' || typeof washout === 'boolean';
  const sized = typeof given.longestDiameterMm === 'number' || given.status === 'absent';
  if (role === 'new' && isHepatic(given) && !isNode(given) && patterned && !sized) {
    const text = `${id} has a pattern of enhancement but no size: equivocal until it is measured.`;
    return given.evaluable === false ? [] : say('mrecist.sizeMissing', 'block', text);
  }
  const counts = role === 'new' ? given.status !== 'absent' : given.status === 'progressed';
  if (!isBaseline && isFluid(given) && counts && given.cytology !== 'positive') {
    const text = `${id}: new or more fluid without positive cytology does not count as progression.`;
    return say('mrecist.cytology', 'note', text);
  }
  return [];
}

/** Without an arterial phase nothing can be said of enhancement. */
function withoutArterialPhase(
  lesion: MrecistLesion,
  { arterialPhase }: TimepointOwn,
  following: Following | null
): MrecistLesion {
  const unseen = arterialPhase === 'poor' || arterialPhase === 'none';
  if (!unseen || following === null || lesion.evaluable === false) return lesion;
  return { ...lesion, evaluable: false, reason: 'NO_ARTERIAL_PHASE' };
}

/**
 * The subject with viable diameters where longest ones count, so that RECIST's sums and states hold: no enhancement is
 * absence, no arterial phase is not evaluable, and each lesion keeps the location it was first seen with.
 */
export function viableInput(input: AssessmentInput): ViableInput {
  const { timepoints } = input;
  const baseline = timepoints.find(({ kind }) => kind === 'baseline') ?? firstOf(timepoints);
  const following = new Map(
    (baseline?.lesions ?? []).map(lesion => [lesion.id, followingOf(lesion)] as const)
  );
  const locations = new Map<string, string>();
  for (const { lesions } of baseline ? [baseline, ...timepoints] : timepoints) {
    for (const { id, location } of lesions)
      if (location && !locations.has(id)) locations.set(id, location);
  }
  const findings = new Map<string, Finding[]>();
  const read = (visit: TimepointInput): TimepointInput => {
    const isBaseline = visit === baseline;
    const found: Finding[] = [];
    const lesions = visit.lesions.map((one): LesionInput => {
      const location = one.location ?? locations.get(one.id) ?? null;
      const lesion: MrecistLesion = { ...one, location };
      const by = following.get(one.splitFrom ?? one.id) ?? null;
      found.push(...ownFindings(lesion, by, isBaseline));
      if (lesion.role === 'new') return lesion;
      const seen = withoutArterialPhase(lesion, visit as TimepointInput & TimepointOwn, by);
      if (seen.evaluable === false) return seen;
      return lesion.role === 'target'
        ? counted(seen, by, isBaseline)
        : nonTargetState(seen, isBaseline);
    });
    findings.set(visit.id, found);
    return { ...visit, lesions };
  };
  return { input: { ...input, timepoints: timepoints.map(read) }, findings };
}

/** The earliest timepoint: the baseline where none is marked. */
function firstOf(timepoints: readonly TimepointInput[]): TimepointInput | undefined {
  return [...timepoints].sort((a, b) => compareDates(a.date ?? null, b.date ?? null))[0];
}
