import { assessByDiameters } from '../course/assessByDiameters.js';
import { type CourseRules, recistRules } from '../course/courseRules.js';
import { finding } from '../course/baselineFindings.js';
import type { NewLesionRules } from '../course/newLesionRating.js';
import { isNode, type Visit } from '../course/subject.js';
import { lengthScale, type LengthScale } from '../decimal.js';
import { findLocation } from '../locations.js';
import type { RatedSubject } from '../reason.js';
import type { AssessmentInput, Finding, LesionInput, TimepointInput } from '../schemas.js';
import type { Pcwg3Timepoint } from './inputs.js';
import type { Parameters } from './parameters.js';

const source = 'Scher 2016 (PCWG3), soft tissue';
const source2 = 'Scher 2008 (PCWG2), soft tissue';
/** The limits of section 13 are per site and checked here. */
const noLimit = Number.MAX_SAFE_INTEGER;
const normalNodeMm = 10;
const growthMm = 5;

/** From which short axis on a node is new: 10 mm, and 5 mm over its smallest if it was normal. */
function newFrom(id: string, history: readonly Visit[], scale: LengthScale): bigint {
  const before = history
    .slice(0, -1)
    .map(({ lesions }) => lesions.get(id)?.shortAxisMm ?? null)
    .filter((value): value is number => value !== null);
  const enlarged = scale.of(normalNodeMm);
  const least = Math.min(...before);
  const grown = least < normalNodeMm ? scale.of(least) + scale.of(growthMm) : enlarged;
  return grown > enlarged ? grown : enlarged;
}

/** A node that was normal before is new only from 10 mm and 5 mm over its smallest axis. */
function grownNode(lesion: LesionInput, history: readonly Visit[]): 'NO' | null {
  const axis = lesion.shortAxisMm ?? null;
  if (!isNode(lesion) || axis === null || lesion.evaluable === false) return null;
  const scale = lengthScale(history.map(({ lesions }) => lesions.get(lesion.id)?.shortAxisMm ?? 0));
  return scale.of(axis) < newFrom(lesion.id, history, scale) ? 'NO' : null;
}

/** The short axis of a node, for the margin. */
const grownSize: NonNullable<NewLesionRules['sizeOf']> = ({ id }, history, scale) => ({
  field: 'shortAxisMm',
  from: newFrom(id, history, scale),
});

const pcwg3Rules: CourseRules = {
  ...recistRules,
  target: { ...recistRules.target, nodeBackMm: growthMm },
  newLesions: { ...recistRules.newLesions, stateOf: grownNode, sizeOf: grownSize },
};

const recist10 = 'Therasse 2000 (RECIST 1.0), as PCWG2 takes it';
const pcwg2Rules: CourseRules = {
  ...recistRules,
  target: {
    ...recistRules.target,
    pdAbsMm: 0,
    crMeans: 'Every target is absent',
    source: recist10,
  },
  baselineSource: recist10,
};

/** RECIST 1.0 measures nodes like anything else. */
function asRecist10(lesion: LesionInput): LesionInput {
  const plain = { ...lesion, node: false };
  const isNodal = findLocation(lesion.location)?.node === true;
  return isNodal ? { ...plain, location: 'SOFT TISSUE', laterality: null } : plain;
}

function softTimepoint(timepoint: TimepointInput, { standard }: Parameters): TimepointInput {
  const { softTissueEvaluable } = timepoint as Pcwg3Timepoint;
  const lesions = standard === 'pcwg2' ? timepoint.lesions.map(asRecist10) : timepoint.lesions;
  return softTissueEvaluable === false
    ? { ...timepoint, lesions, evaluable: false, reason: timepoint.reason ?? 'NOT_IMAGED' }
    : { ...timepoint, lesions };
}

/** Soft tissue by RECIST 1.1 with PCWG3's changes, or by the sums of RECIST 1.0 for PCWG2. */
export function assessSoftTissue(input: AssessmentInput, parameters: Parameters): RatedSubject {
  const pcwg2 = parameters.standard === 'pcwg2';
  return assessByDiameters(
    { ...input, timepoints: input.timepoints.map(one => softTimepoint(one, parameters)) },
    { ...parameters, maxTargets: noLimit, maxTargetsPerOrgan: noLimit },
    {
      id: 'pcwg3',
      rules: pcwg2 ? pcwg2Rules : pcwg3Rules,
      tableSource: pcwg2 ? recist10 : 'Eisenhauer 2009 (RECIST 1.1) Tables 1 and 2',
    }
  );
}

const pelvicNodes: readonly string[] = ['ILIAC LYMPH NODE', 'PELVIC LYMPH NODE'];
const centralNervous: readonly string[] = ['BRAIN', 'SPINAL CORD', 'LEPTOMENINGES'];

/** The site whose targets are counted together. */
export function siteOf(lesion: LesionInput): string {
  const location = findLocation(lesion.location);
  const code = location?.code ?? '';
  if (isNode(lesion)) return pelvicNodes.includes(code) ? 'pelvic nodes' : 'extrapelvic nodes';
  if (code === 'LUNG' || code === 'LIVER') return code.toLowerCase();
  if (code === 'ADRENAL GLAND') return 'adrenal';
  return centralNervous.includes(code) ? 'CNS' : 'other';
}

/** What section 13 objects to among the targets at baseline. */
export function siteFindings(baseline: TimepointInput, parameters: Parameters): Finding[] {
  const targets = baseline.lesions.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
  const found: Finding[] = [];
  const { maxPerSite, standard } = parameters;
  const total = parameters['pcwg.maxTotal'];
  const perSite = new Map<string, LesionInput[]>();
  for (const lesion of targets) {
    const site = siteOf(lesion);
    perSite.set(site, [...(perSite.get(site) ?? []), lesion]);
  }
  for (const [site, lesions] of perSite) {
    if (lesions.length <= maxPerSite) continue;
    const text = `${lesions.length} targets in ${site}; at most ${maxPerSite} per site.`;
    const id = lesions[maxPerSite]?.id ?? null;
    found.push(finding('baseline.targets.tooManyPerSite', 'block', id, text, source));
  }
  if (total !== null && targets.length > total) {
    const text = `${targets.length} targets; at most ${total} in total (pcwg.maxTotal).`;
    const id = targets[total]?.id ?? null;
    found.push(finding('baseline.targets.tooMany', 'block', id, text, source));
  }
  for (const lesion of targets) {
    const diameter = lesion.longestDiameterMm ?? null;
    if (standard !== 'pcwg2' || !isNode(lesion) || diameter === null || diameter >= 20) continue;
    const text = `${lesion.id}: a node of ${diameter} mm; PCWG2 follows nodes from 20 mm only.`;
    found.push(finding('baseline.node.tooSmall', 'block', lesion.id, text, source2));
  }
  return found;
}
