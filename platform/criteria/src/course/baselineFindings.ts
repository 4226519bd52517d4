import type { LengthScale } from '../decimal.js';
import { findLocation } from '../locations.js';
import type { Finding, LesionInput } from '../schemas.js';
import { countedAxis } from './measure.js';
import type { NodeLimitsOf } from './nodeLimits.js';
import type { CourseParameters } from './parameters.js';
import { isNode, type Visit } from './subject.js';

const measurability = 'Eisenhauer 2009 (RECIST 1.1) section 3.1';
const selection = 'Eisenhauer 2009 (RECIST 1.1) section 4.2, Schwartz 2016';

type Severity = Finding['severity'];

export function finding(
  rule: string,
  severity: Severity,
  lesion: string | null,
  text: string,
  source: string
): Finding {
  return { rule, severity, lesion, text, source };
}

interface Limit {
  readonly value: bigint;
  readonly rule: string;
  readonly why: string;
}

/** Smallest diameter that makes a lesion measurable as a target: by kind and method, or twice a thick slice. */
function measurableFrom(
  lesion: LesionInput,
  node: boolean,
  scale: LengthScale,
  nodeLimits: NodeLimitsOf
): Limit {
  const film = ['X-RAY', 'CHEST FILM'].some(one => lesion.method?.toUpperCase().includes(one));
  const base = node ? nodeLimits(lesion).targetFromMm : film ? 20 : 10;
  const slice = lesion.sliceThicknessMm ?? 0;
  const double = 2n * scale.of(slice);
  if (double > scale.of(base)) {
    return {
      value: double,
      rule: 'baseline.sliceThickness',
      why: `twice the slice thickness of ${slice} mm`,
    };
  }
  const rule = node ? 'baseline.node.tooSmall' : 'baseline.target.tooSmall';
  return {
    value: scale.of(base),
    rule,
    why: `${base} mm ${node ? 'short axis' : film ? 'on a chest film' : 'longest diameter'}`,
  };
}

function sizeFindings(
  lesion: LesionInput,
  scale: LengthScale,
  nodeLimits: NodeLimitsOf
): Finding[] {
  const node = isNode(lesion);
  const axis = countedAxis(lesion, node);
  const { id } = lesion;
  if (lesion.mergedInto || axis === null || lesion.evaluable === false) return [];
  if (axis === 0)
    return [
      finding(
        'baseline.target.absent',
        'block',
        id,
        `${id} is a target but measures 0 mm at baseline.`,
        selection
      ),
    ];
  const { value, rule, why } = measurableFrom(lesion, node, scale, nodeLimits);
  if (scale.of(axis) >= value) return [];
  const kind = !node
    ? 'record it as non-target'
    : axis >= nodeLimits(lesion).normalBelowMm
      ? 'a pathological node, but non-target'
      : 'a normal node';
  return [finding(rule, 'block', id, `${id}: ${axis} mm is below ${why}; ${kind}.`, measurability)];
}

function targetFindings(
  lesion: LesionInput,
  scale: LengthScale,
  nodeLimits: NodeLimitsOf
): Finding[] {
  const found = sizeFindings(lesion, scale, nodeLimits);
  const { id } = lesion;
  const location = findLocation(lesion.location);
  if (lesion.tooSmallToMeasure) {
    found.push(
      finding(
        'baseline.target.tooSmall',
        'block',
        id,
        `${id} is too small to measure: not a target.`,
        measurability
      )
    );
  }
  if (lesion.status === 'absent') {
    found.push(
      finding(
        'baseline.target.absent',
        'block',
        id,
        `${id} is a target but absent at baseline.`,
        selection
      )
    );
  }
  if (lesion.evaluable === false) {
    found.push(
      finding(
        'baseline.target.notEvaluable',
        'block',
        id,
        `${id} is not evaluable at baseline: no sum, every visit is NE.`,
        selection
      )
    );
  }
  if (location?.measurable === false) {
    found.push(
      finding(
        'baseline.target.notMeasurable',
        'block',
        id,
        `${id}: ${location.label} is never measurable.`,
        measurability
      )
    );
  }
  if (lesion.previouslyIrradiated) {
    const text = `${id} was irradiated before: a target only after proven growth.`;
    found.push(finding('baseline.target.irradiated', 'warning', id, text, measurability));
  }
  return found;
}

type LimitParameters = Pick<CourseParameters, 'maxTargets' | 'maxTargetsPerOrgan'>;

function limitFindings(targets: readonly LesionInput[], parameters: LimitParameters): Finding[] {
  const found: Finding[] = [];
  const { maxTargets, maxTargetsPerOrgan } = parameters;
  const excess = targets[maxTargets];
  if (excess) {
    const text = `${targets.length} targets; at most ${maxTargets} in total.`;
    found.push(finding('baseline.targets.tooMany', 'block', excess.id, text, selection));
  }
  const organs = new Map<string, LesionInput[]>();
  for (const lesion of targets) {
    const organ = isNode(lesion)
      ? 'LYMPH NODES'
      : (findLocation(lesion.location)?.organ ?? lesion.location ?? null);
    if (organ !== null) organs.set(organ, [...(organs.get(organ) ?? []), lesion]);
  }
  for (const [organ, lesions] of organs) {
    const tooMany = lesions[maxTargetsPerOrgan];
    if (!tooMany) continue;
    const nodes = organ === 'LYMPH NODES' ? ' (all nodes are one organ)' : '';
    const text = `${lesions.length} targets in ${organ}; at most ${maxTargetsPerOrgan} per organ${nodes}.`;
    found.push(finding('baseline.targets.tooManyPerOrgan', 'block', tooMany.id, text, selection));
  }
  return found;
}

/** What RECIST 1.1 section 3 and 4.2 object to at baseline. */
export function baselineFindings(
  baseline: Visit,
  parameters: LimitParameters,
  scale: LengthScale,
  nodeLimits: NodeLimitsOf
): Finding[] {
  const lesions = baseline.lesions.list;
  const targets = lesions.filter(({ role, splitFrom }) => role === 'target' && !splitFrom);
  const found = [
    ...limitFindings(targets, parameters),
    ...targets.flatMap(lesion => targetFindings(lesion, scale, nodeLimits)),
  ];
  for (const lesion of lesions) {
    const { id, role } = lesion;
    const node = isNode(lesion);
    const axis = countedAxis(lesion, node);
    if (role === 'new') {
      found.push(
        finding(
          'baseline.newLesion',
          'block',
          id,
          `${id} is a new lesion at baseline; it is not used.`,
          selection
        )
      );
    }
    const { normalBelowMm } = nodeLimits(lesion);
    const isNormal = node && axis !== null && scale.of(axis) < scale.of(normalBelowMm);
    if (role === 'non-target' && isNormal) {
      found.push(
        finding(
          'baseline.node.normal',
          'warning',
          id,
          `${id}: a node under ${normalBelowMm} mm short axis is normal and not recorded.`,
          measurability
        )
      );
    }
    if (role === 'non-target' && lesion.status === 'absent') {
      found.push(
        finding(
          'baseline.nonTarget.absent',
          'block',
          id,
          `${id} is a non-target but absent at baseline.`,
          selection
        )
      );
    }
  }
  if (lesions.length === 0 && baseline.input.noDisease !== true) {
    found.push(
      finding(
        'baseline.noLesions',
        'warning',
        null,
        'No lesion at baseline, and "no disease" is not stated.',
        selection
      )
    );
  }
  if (lesions.length > 0 && baseline.input.noDisease === true) {
    found.push(
      finding(
        'baseline.noDiseaseContradicted',
        'block',
        null,
        '"No disease" is stated, but lesions are listed.',
        selection
      )
    );
  }
  return found;
}
