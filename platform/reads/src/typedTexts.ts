import { criteria, findLocation } from '@corelab/criteria';
import type { Lesion, ReadDocument, ReaderResponse, RegionQuality } from './readDocument.js';

/** Where a text belongs, whatever the order of lesions: a lesion by its tracking UID, a region by its name. */
export type TextPlace =
  | 'comment'
  | 'view'
  | 'response'
  | `lesion ${string} ${'comment' | 'reason' | 'entry'}`
  | `region ${string}`;

export interface TypedText {
  readonly place: TextPlace;
  /** JSON Pointer into the document as it stands. */
  readonly path: string;
  readonly text: string;
}

export const commentOf = (trackingUid: string): TextPlace => `lesion ${trackingUid} comment`;
export const reasonOf = (trackingUid: string): TextPlace => `lesion ${trackingUid} reason`;
export const reasonOfRegion = (region: string): TextPlace => `region ${region}`;

/** Codes of the reasons that a panel offers. */
const reasonCodes = ['NOT_IMAGED', 'POOR_QUALITY', 'METHOD_CHANGE', 'OBSCURED', 'OTHER'];

/**
 * Every text of a document whose words are free: comments and reasons, and what stands where a panel writes terms of its own
 * and the schema closes nothing (locations, codes, calibrations, the view) if it is none of these terms: a foreign client
 * could write anything there. Empty ones are left out.
 */
export function typedTexts(document: ReadDocument): TypedText[] {
  const { lesions, imageQuality, comment, view, readerResponse } = document;
  const texts: TypedText[] = [
    { place: 'comment', path: '/comment', text: comment },
    { place: 'view', path: '/view/layout', text: /^\p{L}*$/u.test(view.layout) ? '' : view.layout },
    {
      place: 'view',
      path: '/view/selectedLesion',
      text: lesions.some(({ id }) => id === view.selectedLesion) ? '' : (view.selectedLesion ?? ''),
    },
    ...imageQuality.flatMap(({ region, reason }, index) =>
      ofReason(reason, reasonOfRegion(region), `/imageQuality/${index}/reason`)
    ),
    ...(readerResponse === undefined ? [] : ofResponse(readerResponse)),
    ...lesions.flatMap((lesion, index) => ofLesion(lesion, `/lesions/${index}`)),
  ];
  return texts.filter(({ text }) => text !== '');
}

const ofReason = (reason: Lesion['reason'], place: TextPlace, path: string): TypedText[] =>
  reason === null
    ? []
    : [
        { place, path: `${path}/text`, text: reason.text },
        { place, path: `${path}/code`, text: reasonCodes.includes(reason.code) ? '' : reason.code },
      ];

function ofResponse({ criterion, value, inPlaceOf, reason }: ReaderResponse): TypedText[] {
  const known = Object.hasOwn(criteria, criterion) ? criteria[criterion] : undefined;
  const foreign = (code: string): string =>
    known?.readerResponses.includes(code) === true ? '' : code;
  const at = (key: keyof ReaderResponse, text: string): TypedText => ({
    ...{ place: 'response', path: `/readerResponse/${key}`, text },
  });
  return [
    at('criterion', known === undefined ? criterion : ''),
    at('value', foreign(value)),
    at('inPlaceOf', foreign(inPlaceOf)),
    at('reason', reason),
  ];
}

function ofLesion(lesion: Lesion, path: string): TypedText[] {
  const { trackingUid, location, mark, comment, reason } = lesion;
  const entry: TextPlace = `lesion ${trackingUid} entry`;
  return [
    { place: commentOf(trackingUid), path: `${path}/comment`, text: comment },
    ...ofReason(reason, reasonOf(trackingUid), `${path}/reason`),
    {
      place: entry,
      path: `${path}/location`,
      text: findLocation(location) === null ? (location ?? '') : '',
    },
    { place: entry, path: `${path}/mark/calibration`, text: mark?.calibration ?? '' },
  ];
}

/** A text that may not stay at its place. */
export type TakenText = Pick<TypedText, 'place' | 'text'>;

/**
 * The document without texts: at the place of each stands what `before` has there, or nothing. What a panel fills in
 * stays; a document with none of the texts is the same object.
 */
export function withoutTexts(
  document: ReadDocument,
  taken: readonly TakenText[],
  before: ReadDocument | null
): ReadDocument {
  const isTaken = (place: TextPlace, text: string): boolean =>
    taken.some(one => one.place === place && one.text === text);
  const without = <T extends Lesion | RegionQuality>(
    one: T,
    place: TextPlace,
    earlier: Lesion['reason'] | undefined
  ): T =>
    one.reason !== null && isTaken(place, one.reason.text)
      ? { ...one, reason: earlier ?? null }
      : one;
  const imageQuality = document.imageQuality.map(quality =>
    without(
      quality,
      reasonOfRegion(quality.region),
      before?.imageQuality.find(({ region }) => region === quality.region)?.reason
    )
  );
  const lesions = document.lesions.map(lesion => {
    const { trackingUid } = lesion;
    const earlier = before?.lesions.find(other => other.trackingUid === trackingUid);
    const reasoned = without(lesion, reasonOf(trackingUid), earlier?.reason);
    return isTaken(commentOf(trackingUid), lesion.comment)
      ? { ...reasoned, comment: earlier?.comment ?? '' }
      : reasoned;
  });
  const comment = isTaken('comment', document.comment) ? (before?.comment ?? '') : document.comment;
  const { readerResponse } = document;
  const response =
    readerResponse !== undefined && isTaken('response', readerResponse.reason)
      ? { ...readerResponse, reason: before?.readerResponse?.reason ?? '' }
      : readerResponse;
  const isSame =
    comment === document.comment &&
    response === readerResponse &&
    lesions.every((lesion, index) => lesion === document.lesions[index]) &&
    imageQuality.every((quality, index) => quality === document.imageQuality[index]);
  if (isSame) return document;
  return {
    ...{ ...document, comment, lesions, imageQuality },
    ...(response === undefined ? {} : { readerResponse: response }),
  };
}
