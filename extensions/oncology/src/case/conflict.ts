import {
  mergeVersions,
  readDifferences,
  type DocumentPart,
  type Lesion,
  type ReadDifference,
  type ReadDocument,
} from '@corelab/reads';
import {
  formatNumber,
  text,
  type ConflictChoice,
  type ConflictRow,
  type TextKey,
} from '@corelab/ui';
import { stateWord } from '../lesions/lesionValues.js';
import { locationName } from '../lesions/locationNames.js';
import { qualitySummary } from '../lesions/qualitySummary.js';

const joined = (parts: readonly string[]): string =>
  parts.filter(part => part !== '').join(', ') || text('conflict.nothing');

function finding(lesion: Lesion): string {
  const { id, mark, splitFrom, state, reason } = lesion;
  const diameters =
    mark === null ? [] : [mark.longestDiameterMm, mark.shortAxisMm].filter(value => value !== null);
  return joined([
    id,
    stateWord(lesion),
    diameters.length === 0 ? '' : `${diameters.map(formatNumber).join(' x ')} mm`,
    state === 'notEvaluable' ? '' : (reason?.text ?? ''),
    splitFrom ?? '',
  ]);
}

const place = ({ location, laterality }: Lesion): string =>
  joined([locationName(location, laterality)]);

function describeLesion(lesion: Lesion | undefined, part: 'whole' | LesionField): string {
  if (lesion === undefined) return text('conflict.absent');
  switch (part) {
    case 'finding':
      return finding(lesion);
    case 'place':
      return place(lesion);
    case 'comment':
      return joined([lesion.comment]);
    case 'whole':
      return joined([finding(lesion), place(lesion), lesion.comment]);
  }
}

type LesionField = 'finding' | 'place' | 'comment';

const drawnAt = (lesion: Lesion | undefined): string => {
  const [first] = lesion?.mark?.pointsLps ?? [];
  if (first === undefined) return '';
  return text('conflict.drawnAt', { point: first.map(formatNumber).join(' / ') });
};

const yesOrNo = (answer: boolean | undefined): string =>
  answer === undefined ? text('conflict.nothing') : text(answer ? 'facts.yes' : 'facts.no');

function describePart(document: ReadDocument, part: DocumentPart): string {
  const { keyImages, nonTargetJudgement, comment, noDisease, readerResponse: own } = document;
  switch (part) {
    case 'imageQuality':
      return qualitySummary(document);
    case 'noDisease':
      return yesOrNo(noDisease);
    case 'nonTargetJudgement':
      return nonTargetJudgement ?? text('judgement.none');
    case 'ntFurther':
    case 'nlntFurther':
    case 'newSymptom':
      return yesOrNo(document[part]);
    case 'readerResponse':
      return own === undefined
        ? text('conflict.nothing')
        : joined([
            text('response.ownGiven', { value: own.value, calculated: own.inPlaceOf }),
            own.reason,
          ]);
    case 'keyImages':
      return keyImages.length === 0
        ? text('conflict.nothing')
        : text('conflict.keyImages', { count: keyImages.length });
    case 'comment':
      return joined([comment]);
  }
}

const partLabels: Readonly<Record<DocumentPart, TextKey>> = {
  imageQuality: 'quality.label',
  noDisease: 'panel.noDisease',
  nonTargetJudgement: 'judgement.label',
  ntFurther: 'facts.ntFurther',
  nlntFurther: 'facts.nlntFurther',
  newSymptom: 'facts.newSymptom',
  readerResponse: 'response.own',
  keyImages: 'conflict.keyImagesLabel',
  comment: 'panel.comment',
};

function rowOf(mine: ReadDocument, theirs: ReadDocument, one: ReadDifference): ConflictRow {
  if (one.of === 'document') {
    return {
      id: one.id,
      label: text(partLabels[one.part]),
      mine: describePart(mine, one.part),
      theirs: describePart(theirs, one.part),
    };
  }
  const lesion = one.mine?.id ?? one.theirs?.id ?? '';
  const [own, other] = [describeLesion(one.mine, one.part), describeLesion(one.theirs, one.part)];
  // Two drawings of one size are told apart by where they are.
  const alike = own === other;
  return {
    id: one.id,
    label: text(`conflict.lesion.${one.part}`, { lesion }),
    mine: alike ? joined([own, drawnAt(one.mine)]) : own,
    theirs: alike ? joined([other, drawnAt(one.theirs)]) : other,
  };
}

/** What differs between two versions of a read, lesion by lesion and field by field, in words. */
export function conflictRows(mine: ReadDocument, theirs: ReadDocument): ConflictRow[] {
  return readDifferences(mine, theirs).map(one => rowOf(mine, theirs, one));
}

/** The document with each differing row as chosen; unchosen rows stay mine. */
export function mergeChosen(
  mine: ReadDocument,
  theirs: ReadDocument,
  choices: ReadonlyMap<string, ConflictChoice>
): ReadDocument {
  return mergeVersions(mine, theirs, id => choices.get(id) === 'theirs');
}
