import { findLocation } from '../locations.js';
import type { Finding, LesionInput } from '../schemas.js';
import { finding } from './baselineFindings.js';
import type { CourseSubject } from './courseRules.js';
import { countedAxis } from './measure.js';
import { newLesionsOf } from './newLesionRating.js';
import { type NodeLimitsOf, recistNodeLimits } from './nodeLimits.js';
import {
  expectedParts,
  hostOutOfSum,
  listedHost,
  treatedBefore,
  treatedWithHost,
} from './lesionState.js';
import {
  firstEntries,
  type Followed,
  isNode,
  mergeHost,
  splitRoot,
  type Subject,
  type Visit,
} from './subject.js';

const reading = 'Eisenhauer 2009 (RECIST 1.1) sections 4.2 and 4.4';
const nodes = 'Eisenhauer 2009 (RECIST 1.1) section 4.3.1 (nodes: short axis)';
const dictionary = 'CDISC LOC (closed list of this project)';

const sides = ['LEFT', 'RIGHT', 'BILATERAL'];

/** What is wrong with a lesion's place. */
export function placeFindings(lesion: LesionInput): Finding[] {
  const { id } = lesion;
  const location = findLocation(lesion.location);
  if (!lesion.location)
    return [finding('location.missing', 'warning', id, `${id} has no location.`, dictionary)];
  if (!location) {
    const text = `${id}: location "${lesion.location}" is not in the list; it counts as an organ of its own.`;
    return [finding('location.unknown', 'warning', id, text, dictionary)];
  }
  const found: Finding[] = [];
  if (lesion.node !== null && lesion.node !== undefined && lesion.node !== location.node) {
    const text = `${id}: ${location.code} is ${location.node ? '' : 'not '}a node, but the lesion says otherwise.`;
    found.push(finding('location.nodeMismatch', 'warning', id, text, dictionary));
  }
  const side = lesion.laterality ?? null;
  if (location.laterality && side === null) {
    found.push(
      finding(
        'location.lateralityMissing',
        'note',
        id,
        `${id}: ${location.code} is paired; no side is given.`,
        dictionary
      )
    );
  }
  if (side !== null && !sides.includes(side)) {
    found.push(
      finding(
        'location.lateralityUnknown',
        'warning',
        id,
        `${id}: side "${side}" is none of ${sides.join(', ')}.`,
        dictionary
      )
    );
  }
  return found;
}

function hasState(lesion: LesionInput): boolean {
  return (
    lesion.evaluable === false ||
    lesion.tooSmallToMeasure === true ||
    lesion.status === 'absent' ||
    Boolean(lesion.mergedInto) ||
    Boolean(lesion.locallyTreated)
  );
}

function measurementFindings(lesion: LesionInput, node: boolean, isParent: boolean): Finding[] {
  const { id } = lesion;
  const axis = countedAxis(lesion, node);
  if (axis !== null) {
    const contradicts =
      (axis > 0 && lesion.status === 'absent') ||
      (axis === 0 && Boolean(lesion.status) && lesion.status !== 'absent');
    if (!contradicts || (axis === 0 && lesion.tooSmallToMeasure)) return [];
    const text = `${id}: ${axis} mm and status "${lesion.status ?? ''}" contradict each other; the lesion counts as not evaluable.`;
    return [finding('measurement.contradiction', 'block', id, text, reading)];
  }
  if (hasState(lesion) || isParent) return [];
  if (node && typeof lesion.longestDiameterMm === 'number') {
    const text = `${id} is a node measured by its long axis; the short axis counts and is missing.`;
    return [finding('measurement.nodeLongAxis', 'block', id, text, nodes)];
  }
  if (!node && typeof lesion.shortAxisMm === 'number') {
    const text = `${id} has a short axis only; the longest diameter counts and is missing.`;
    return [finding('measurement.longestDiameterMissing', 'block', id, text, reading)];
  }
  return [
    finding(
      'measurement.missing',
      'block',
      id,
      `${id} has neither a measurement nor a state.`,
      reading
    ),
  ];
}

/** Merges and splits that lead nowhere. */
export function linkFindings(
  lesion: LesionInput,
  visit: Visit,
  lookup: (id: string) => LesionInput | undefined,
  source = reading
): Finding[] {
  const { id } = lesion;
  const found: Finding[] = [];
  if (lesion.mergedInto && mergeHost(lesion, visit.lesions) === null) {
    found.push(
      finding(
        'lesion.mergedIntoUnknown',
        'block',
        id,
        `${id} is merged into "${lesion.mergedInto}", but no lesion of this timepoint carries the measurement of both.`,
        source
      )
    );
  }
  const root = lesion.splitFrom ? splitRoot(lesion, lookup) : null;
  if (lesion.splitFrom && (root === null || !lookup(root))) {
    found.push(
      finding(
        'lesion.splitFromUnknown',
        'block',
        id,
        `${id} is split from "${lesion.splitFrom}", which no timepoint lists.`,
        source
      )
    );
  }
  return found;
}

/** Lesions of the baseline that a visit does not list. */
export function missingRows(
  followed: readonly Followed[],
  visit: Visit,
  lookup: (id: string) => LesionInput | undefined,
  source = reading
): Finding[] {
  const parents = new Set(visit.lesions.parts.map(lesion => splitRoot(lesion, lookup)));
  return followed
    .filter(({ id }) => !visit.lesions.has(id) && !parents.has(id))
    .map(({ id }) =>
      finding(
        'lesion.notAssessed',
        'block',
        id,
        `${id} of the baseline is not listed; it counts as not evaluable.`,
        source
      )
    );
}

type Asked = Subject & Pick<CourseSubject, 'measure' | 'rules' | 'parameters'>;

/** Parts seen before that a visit does not list, where it tells of the lesion by other parts of it. */
function missingParts(
  { targets, nonTargets, measure, parameters }: Asked,
  visit: Visit,
  history: readonly Visit[]
): Finding[] {
  const { lesions, date } = visit;
  const isTreated = (id: string) => treatedBefore({ id }, history, date);
  const byParts = [...targets, ...nonTargets.filter(({ id }) => !lesions.has(id))];
  return byParts.flatMap(one => {
    const parts = expectedParts(one, visit, history);
    const isOut = parameters.localTreatment === 'exclude' && parts.some(isTreated);
    if (!parts.some(id => lesions.has(id)) || isOut) return [];
    if (treatedWithHost(one, history, date, measure)) return [];
    return parts
      .filter(id => !lesions.has(id) && !isTreated(id))
      .map(id => {
        const text = `${id}, a part of ${one.id}, is not listed; ${one.id} counts as not evaluable.`;
        return finding('lesion.notAssessed', 'block', id, text, reading);
      });
  });
}

function newLesionFindings(
  visit: Visit,
  history: readonly Visit[],
  { scale, measure }: Pick<CourseSubject, 'scale' | 'measure'>,
  nodeLimits: NodeLimitsOf
): Finding[] {
  return newLesionsOf(visit, history).flatMap((lesion): Finding[] => {
    const { id } = lesion;
    const axis = lesion.shortAxisMm ?? null;
    const from = nodeLimits(lesion).newFromMm;
    if (isNode(lesion) && !axis && lesion.tooSmallToMeasure && from > 0) {
      const text = `${id}: a node too small to measure is of normal size, and not a new lesion.`;
      return [finding('newLesion.nodeNormal', 'warning', id, text, nodes)];
    }
    if (isNode(lesion) && axis !== null && axis > 0) {
      if (scale.of(axis) < scale.of(from)) {
        return [
          finding(
            'newLesion.nodeNormal',
            'warning',
            id,
            `${id}: a node under ${from} mm short axis (${axis} mm) is not a new lesion.`,
            nodes
          ),
        ];
      }
      const before = history
        .slice(0, -1)
        .map(({ lesions }) => lesions.get(id)?.shortAxisMm ?? null)
        .filter(value => value !== null)
        .at(-1);
      if (
        before !== undefined &&
        before < from &&
        scale.of(axis) - scale.of(before) < scale.of(5)
      ) {
        return [
          finding(
            'newLesion.nodeCaution',
            'warning',
            id,
            `${id}: ${before} to ${axis} mm alone is little; look again before calling it new.`,
            nodes
          ),
        ];
      }
    }
    const noValue = !lesion.status && !hasState(lesion) && axis === null;
    if (isNode(lesion) && noValue && measure.value(lesion, true, scale) === null) {
      if (typeof lesion.longestDiameterMm === 'number') {
        const text = `${id} is a new node measured by its long axis; the short axis counts and is missing.`;
        return [finding('measurement.nodeLongAxis', 'block', id, text, nodes)];
      }
    }
    const empty = !lesion.status && axis === null && (lesion.longestDiameterMm ?? null) === null;
    if (!empty || hasState(lesion)) return [];
    return [
      finding(
        'newLesion.stateMissing',
        'block',
        id,
        `${id} is a new lesion without a state; it counts as not evaluable.`,
        reading
      ),
    ];
  });
}

/** Findings of any timepoint about what was entered. `history` is baseline to this visit. */
export function entryFindings(
  visit: Visit,
  history: readonly Visit[],
  subject: Asked,
  nodeLimits: NodeLimitsOf = recistNodeLimits
): Finding[] {
  const { targets, nonTargets, baseline, measure, rules } = subject;
  const isBaseline = visit === baseline;
  const lookup = firstEntries(history);
  const lesions = visit.lesions.list;
  const found = lesions.flatMap(lesion => [
    ...(isBaseline || lesion.role === 'new' || !baseline?.lesions.has(lesion.id)
      ? placeFindings(lesion)
      : []),
    ...linkFindings(lesion, visit, lookup),
  ]);
  const roster = [...targets, ...nonTargets];
  for (const lesion of lesions) {
    const followed = roster.find(({ id }) => id === lesion.id);
    const isParent = visit.lesions.parts.some(({ splitFrom }) => splitFrom === lesion.id);
    const root = lesion.splitFrom ? splitRoot(lesion, lookup) : lesion.id;
    const target = targets.find(({ id }) => id === root);
    if (target) found.push(...measurementFindings(lesion, target.node, isParent));
    const host = target ? hostOutOfSum(lesion, history, rules.hosts) : null;
    if (host !== null) {
      const text = `${lesion.id} is merged into ${host}, which is no target: the size of both is in no sum, and ${lesion.id} counts as not evaluable.`;
      found.push(finding('lesion.mergedIntoNoTarget', 'block', lesion.id, text, reading));
    }
    if (!target && !isBaseline && lesion.role !== 'new' && !followed && !lesion.splitFrom) {
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
    const role = baseline?.lesions.get(lesion.id)?.role;
    if (followed && role !== lesion.role) {
      found.push(
        finding(
          'lesion.roleChanged',
          'block',
          lesion.id,
          `${lesion.id} was a ${role ?? ''} lesion at baseline and stays one.`,
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
        listedHost(one.id, history, measure) === null &&
        !treatedWithHost(one, history, visit.date, measure)
    );
    found.push(...missingRows(expected, visit, lookup));
    found.push(...missingParts(subject, visit, history));
  }
  found.push(...newLesionFindings(visit, history, subject, nodeLimits));
  return found;
}
