import { type CharacterRepertoire, repertoireOf } from '../characterSets.js';
import { asciiOf } from '../valueRepresentations.js';
import { type Dataset, elementOf } from './element.js';

const characterSetTag = 0x00080005;

/**
 * What the text of a dataset is decoded from: an item of a sequence without SpecificCharacterSet has that of what it is in.
 * @throws RefusalError characterSetUnknown
 */
export const repertoireIn = (dataset: Dataset, outer: CharacterRepertoire): CharacterRepertoire => {
  const element = elementOf(dataset, characterSetTag);
  return element?.kind === 'value'
    ? repertoireOf(asciiOf(element.value).trim().split('\\'))
    : outer;
};
