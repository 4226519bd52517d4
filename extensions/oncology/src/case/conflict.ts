import { sameJson } from '@corelab/client';
import {
  timepointFacts,
  withoutStrayKeyImages,
  type Lesion,
  type ReadDocument,
} from '@corelab/reads';
import { formatNumber, text, type ConflictChoice, type ConflictRow } from '@corelab/ui';
import { locationName } from '../lesions/locationNames.js';
import { qualitySummary } from '../lesions/qualitySummary.js';

/** The row that stands for everything in the document that is no lesion. */
export const restOfDocument = 'document';

function rest(document: ReadDocument): unknown {
  const { imageQuality, noDisease, nonTargetJudgement, keyImages, comment } = document;
  const response = document.readerResponse ?? null;
  const facts = timepointFacts.map(fact => document[fact] ?? null);
  return { imageQuality, noDisease, nonTargetJudgement, facts, response, keyImages, comment };
}

function lesionOf(document: ReadDocument, trackingUid: string): Lesion | undefined {
  return document.lesions.find(lesion => lesion.trackingUid === trackingUid);
}

function describe(lesion: Lesion | undefined): string {
  if (lesion === undefined) {
    return text('conflict.absent');
  }
  const parts = [lesion.id, locationName(lesion.location, lesion.laterality), lesion.state];
  if (lesion.mark !== null) {
    parts.push(
      [lesion.mark.longestDiameterMm, lesion.mark.shortAxisMm]
        .flatMap(value => (value === null ? [] : [formatNumber(value)]))
        .join(' x ')
    );
  }
  if (lesion.comment !== '') {
    parts.push(lesion.comment);
  }
  return parts.join(', ');
}

function describeRest(document: ReadDocument): string {
  const { keyImages, nonTargetJudgement, comment } = document;
  const images =
    keyImages.length === 0 ? '' : text('conflict.keyImages', { count: keyImages.length });
  const answers = timepointFacts.flatMap(fact => {
    const answer = document[fact];
    if (answer === undefined) return [];
    return [`${text(`facts.${fact}`)}: ${text(answer ? 'facts.yes' : 'facts.no')}`];
  });
  const own = document.readerResponse;
  const response =
    own === undefined
      ? ''
      : text('response.ownGiven', { value: own.value, calculated: own.inPlaceOf });
  return [qualitySummary(document), nonTargetJudgement ?? '', ...answers, response, images, comment]
    .filter(part => part !== '')
    .join(', ');
}

/** What differs between two versions of a read, lesion by lesion; where the images stood does not count. */
export function conflictRows(mine: ReadDocument, theirs: ReadDocument): ConflictRow[] {
  const uids = [...new Set([...mine.lesions, ...theirs.lesions].map(l => l.trackingUid))];
  const rows = uids.flatMap(uid => {
    const own = lesionOf(mine, uid);
    const other = lesionOf(theirs, uid);
    return sameJson(own, other)
      ? []
      : [
          {
            id: uid,
            label: text('conflict.lesion', { lesion: own?.id ?? other?.id ?? '' }),
            mine: describe(own),
            theirs: describe(other),
          },
        ];
  });
  return sameJson(rest(mine), rest(theirs))
    ? rows
    : [
        ...rows,
        {
          id: restOfDocument,
          label: text('conflict.rest'),
          mine: describeRest(mine),
          theirs: describeRest(theirs),
        },
      ];
}

/** The document with each differing row as chosen; unchosen rows stay mine. */
export function mergeChosen(
  mine: ReadDocument,
  theirs: ReadDocument,
  choices: ReadonlyMap<string, ConflictChoice>
): ReadDocument {
  const takesTheirs = (id: string): boolean => choices.get(id) === 'theirs';
  const base = takesTheirs(restOfDocument) ? { ...theirs, view: mine.view } : mine;
  const kept = mine.lesions.flatMap(lesion => {
    const chosen = takesTheirs(lesion.trackingUid) ? lesionOf(theirs, lesion.trackingUid) : lesion;
    return chosen === undefined ? [] : [chosen];
  });
  const added = theirs.lesions.filter(
    lesion => takesTheirs(lesion.trackingUid) && lesionOf(mine, lesion.trackingUid) === undefined
  );
  return withoutStrayKeyImages({ ...base, lesions: [...kept, ...added] });
}
