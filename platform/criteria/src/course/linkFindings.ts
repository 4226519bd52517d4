import type { Finding, LesionInput } from '../schemas.js';
import { finding } from './baselineFindings.js';
import type { CourseSubject } from './courseRules.js';
import { expectedParts, stillMerged, treatedBefore, treatedWithHost } from './lesionHistory.js';
import { reading } from './sources.js';
import { type Followed, mergeHost, splitRoot, type Subject, type Visit } from './subject.js';

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
  if (lesion.splitFrom && !(root && lookup(root))) {
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

/** Parts seen before that a visit does not list, where it tells of the lesion by other parts of it. */
export function missingParts(
  {
    targets,
    nonTargets,
    measure,
    parameters,
  }: Pick<Subject, 'targets' | 'nonTargets'> & Pick<CourseSubject, 'measure' | 'parameters'>,
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
      .filter(id => !lesions.has(id) && !isTreated(id) && !stillMerged(id, history, measure))
      .map(id => {
        const text = `${id}, a part of ${one.id}, is not listed; ${one.id} counts as not evaluable.`;
        return finding('lesion.notAssessed', 'block', id, text, reading);
      });
  });
}
