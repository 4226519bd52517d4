import { Value } from '@sinclair/typebox/value';
import { withoutStrayKeyImages } from './keyImages.js';
import { nextLesionId } from './nextLesionId.js';
import type { Lesion, ReadDocument } from './readDocument.js';
import { timepointFacts } from './timepointFacts.js';

/**
 * What of a lesion is chosen together: a size without its state is neither version. A lesion that only one version has is
 * chosen whole.
 */
export const lesionParts = {
  finding: ['id', 'role', 'state', 'reason', 'mergedInto', 'splitFrom', 'mark'],
  place: ['location', 'laterality'],
  comment: ['comment'],
} as const satisfies Record<string, readonly (keyof Lesion)[]>;

export type LesionPart = keyof typeof lesionParts | 'whole';

/** What of the document is chosen by itself, beside its lesions; where the images stood is nobody's to choose. */
export const documentParts = [
  'imageQuality',
  'noDisease',
  'nonTargetJudgement',
  ...timepointFacts,
  'readerResponse',
  'keyImages',
  'comment',
] as const satisfies readonly (keyof ReadDocument)[];

export type DocumentPart = (typeof documentParts)[number];

/** A place in which two versions of a read differ; `id` names it. */
export type ReadDifference =
  | {
      id: string;
      of: 'lesion';
      part: LesionPart;
      mine: Lesion | undefined;
      theirs: Lesion | undefined;
    }
  | { id: string; of: 'document'; part: DocumentPart };

const partNames = Object.keys(lesionParts) as (keyof typeof lesionParts)[];

const lesionOf = (document: ReadDocument, trackingUid: string): Lesion | undefined =>
  document.lesions.find(lesion => lesion.trackingUid === trackingUid);

/** What differs between two versions of a read, lesion by lesion and field by field. */
export function readDifferences(mine: ReadDocument, theirs: ReadDocument): ReadDifference[] {
  const uids = [...new Set([...mine.lesions, ...theirs.lesions].map(one => one.trackingUid))];
  const lesions = uids.flatMap((uid): ReadDifference[] => {
    const [own, other] = [lesionOf(mine, uid), lesionOf(theirs, uid)];
    const sides = { of: 'lesion', mine: own, theirs: other } as const;
    if (own === undefined || other === undefined) {
      return [{ id: `${uid} whole`, part: 'whole', ...sides }];
    }
    return partNames
      .filter(part => lesionParts[part].some(key => !Value.Equal(own[key], other[key])))
      .map(part => ({ id: `${uid} ${part}`, part, ...sides }));
  });
  const rest = documentParts
    .filter(part => !Value.Equal(mine[part], theirs[part]))
    .map((part): ReadDifference => ({ id: part, of: 'document', part }));
  return [...lesions, ...rest];
}

const picked = (from: Lesion, keys: readonly (keyof Lesion)[]): Partial<Lesion> =>
  Object.fromEntries(keys.map(key => [key, from[key]]));

/** Lesions that would be named like another one get the next free names. */
function renamed(own: readonly Lesion[], added: readonly Lesion[]): Lesion[] {
  const names = new Map<string, string>();
  const taken = [...own];
  for (const lesion of added) {
    const isFree = taken.every(({ id }) => id !== lesion.id);
    const id = isFree ? lesion.id : nextLesionId([...taken, ...added], lesion.role);
    names.set(lesion.id, id);
    taken.push({ ...lesion, id });
  }
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  return added.map(lesion => ({
    ...lesion,
    id: names.get(lesion.id) ?? lesion.id,
    mergedInto: nameOf(lesion.mergedInto),
    splitFrom: nameOf(lesion.splitFrom),
  }));
}

/** A link to a lesion that was not chosen, and a split without its parts, are to do again. */
function withLinks(lesions: readonly Lesion[]): Lesion[] {
  const ids = new Set(lesions.map(({ id }) => id));
  const isSplit = ({ id }: Lesion): boolean => lesions.some(({ splitFrom }) => splitFrom === id);
  return lesions.map(lesion => {
    const splitFrom =
      lesion.splitFrom !== null && ids.has(lesion.splitFrom) ? lesion.splitFrom : null;
    const lost = lesion.mergedInto !== null && !ids.has(lesion.mergedInto);
    const unsplit = lesion.state === 'split' && !isSplit(lesion);
    return lost || unsplit
      ? { ...lesion, splitFrom, mergedInto: null, state: 'toDo' as const }
      : { ...lesion, splitFrom };
  });
}

/**
 * The read with each difference as chosen, and in the view of `mine`: what is not taken from theirs stays mine. Valid where
 * both are.
 */
export function mergeVersions(
  mine: ReadDocument,
  theirs: ReadDocument,
  takesTheirs: (id: string) => boolean
): ReadDocument {
  const own = mine.lesions.flatMap(lesion => {
    const other = lesionOf(theirs, lesion.trackingUid);
    if (other === undefined) return takesTheirs(`${lesion.trackingUid} whole`) ? [] : [lesion];
    const taken = partNames.filter(part => takesTheirs(`${lesion.trackingUid} ${part}`));
    return [
      taken.reduce<Lesion>(
        (all, part) => ({ ...all, ...picked(other, lesionParts[part]) }),
        lesion
      ),
    ];
  });
  const added = theirs.lesions.filter(
    ({ trackingUid }) =>
      lesionOf(mine, trackingUid) === undefined && takesTheirs(`${trackingUid} whole`)
  );
  const named = (lesion: Lesion): boolean => lesionOf(mine, lesion.trackingUid)?.id === lesion.id;
  const others = [...own.filter(lesion => !named(lesion)), ...added];
  const free = renamed(own.filter(named), others);
  const lesions = [...own, ...added].map(
    lesion => free.find(({ trackingUid }) => trackingUid === lesion.trackingUid) ?? lesion
  );
  const merged: ReadDocument = { ...mine, lesions: withLinks(lesions) };
  for (const part of documentParts.filter(takesTheirs)) {
    // An answer that is not there in theirs is not there in what is taken.
    if (theirs[part] === undefined) delete merged[part as 'ntFurther'];
    else Object.assign(merged, { [part]: theirs[part] });
  }
  return withoutStrayKeyImages(merged);
}
