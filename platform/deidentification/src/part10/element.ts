/** One element with bytes for a value, as they stand in the file; a length may be odd where the file was wrong. */
export interface ValueElement {
  readonly kind: 'value';
  /** Group and element as one number, 0x00100010. */
  readonly tag: number;
  readonly vr: string;
  readonly value: Uint8Array;
}

export interface SequenceElement {
  readonly kind: 'sequence';
  readonly tag: number;
  readonly vr: 'SQ';
  readonly items: readonly Dataset[];
}

/** Encapsulated pixel data: the basic offset table and the fragments after it. */
export interface EncapsulatedElement {
  readonly kind: 'encapsulated';
  readonly tag: number;
  readonly vr: string;
  readonly offsetTable: Uint8Array;
  readonly fragments: readonly Uint8Array[];
}

export type DataElement = ValueElement | SequenceElement | EncapsulatedElement;

/** In the order of their tags, each once. */
export type Dataset = readonly DataElement[];

export const value = (tag: number, vr: string, bytes: Uint8Array): ValueElement => ({
  ...{ kind: 'value', tag, vr, value: bytes },
});

export const sequence = (tag: number, items: readonly Dataset[]): SequenceElement => ({
  ...{ kind: 'sequence', tag, vr: 'SQ', items },
});

export const elementOf = (dataset: Dataset, tag: number): DataElement | undefined =>
  dataset.find(element => element.tag === tag);

/** A number of VR US; undefined when it is absent or empty. */
export const unsignedOf = (
  dataset: Dataset,
  tag: number,
  littleEndian: boolean
): number | undefined => {
  const found = elementOf(dataset, tag);
  if (found?.kind !== 'value' || found.value.length < 2) return undefined;
  const first = found.value[0] ?? 0;
  const second = found.value[1] ?? 0;
  return littleEndian ? first | (second << 8) : (first << 8) | second;
};

export const pixelDataTag = 0x7fe00010;
