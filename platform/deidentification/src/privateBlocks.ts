import { type Dataset, type ValueElement, value } from './part10/element.js';
import type { DataElement } from './part10/element.js';
import { safePrivateOf } from './safePrivate.js';
import { asciiBytes, asciiOf, isOfVr } from './valueRepresentations.js';

export const isPrivate = (tag: number): boolean => ((tag >>> 16) & 1) === 1;

/** (gggg,0010) to (gggg,00FF) name who wrote the block of elements (gggg,xx00) to (gggg,xxFF); PS3.5, 7.8.1. */
const isCreator = (tag: number): boolean => {
  const element = tag & 0xffff;
  return element >= 0x10 && element <= 0xff;
};

const creatorTagOf = (tag: number): number => (tag & 0xffff0000) + ((tag & 0xff00) >>> 8);

/** The element as it may be kept, in the VR of the list; null when it goes. */
const safe = (element: DataElement, creators: ReadonlyMap<number, string>): ValueElement | null => {
  const creator = creators.get(creatorTagOf(element.tag) >>> 0);
  if (creator === undefined || element.kind !== 'value') return null;
  const listed = safePrivateOf(creator, element.tag);
  if (listed === undefined) return null;
  if (element.vr !== listed.vr && element.vr !== 'UN') return null;
  return isOfVr(listed.vr, element.value) ? value(element.tag, listed.vr, element.value) : null;
};

/**
 * The private elements of one dataset that may be kept, and the creators of their blocks, by tag. A list names each with
 * its creator; an element without its creator in the same dataset is nobody's.
 */
export const safePrivate = (dataset: Dataset): ReadonlyMap<number, ValueElement> => {
  const creators = new Map<number, string>();
  for (const element of dataset)
    if (isPrivate(element.tag) && isCreator(element.tag) && element.kind === 'value')
      creators.set(element.tag, asciiOf(element.value).trim());
  const kept = new Map<number, ValueElement>();
  for (const element of dataset) {
    if (!isPrivate(element.tag) || isCreator(element.tag)) continue;
    const found = safe(element, creators);
    if (found === null) continue;
    kept.set(element.tag, found);
    const creatorTag = creatorTagOf(element.tag) >>> 0;
    kept.set(creatorTag, value(creatorTag, 'LO', asciiBytes(creators.get(creatorTag) ?? '')));
  }
  return kept;
};
