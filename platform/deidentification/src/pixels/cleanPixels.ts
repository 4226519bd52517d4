import {
  type Dataset,
  type DataElement,
  elementOf,
  pixelDataTag,
  value,
} from '../part10/element.js';
import type { Compression, TransferSyntax } from '../part10/transferSyntaxes.js';
import type { Rectangle } from '../plan.js';
import { RefusalError } from '../refusal.js';
import type { Rule } from '../report.js';
import { fitPixels } from './fitPixels.js';
import { imageLayout } from './imageLayout.js';
import { maskPixels } from './maskPixels.js';
import { clearOverlayBits, overlayMask } from './overlayBits.js';
import { stripFrames } from './stripFrames.js';

const extendedOffsetsTag = 0x7fe00001;
const extendedLengthsTag = 0x7fe00002;
/** FloatPixelData and DoubleFloatPixelData. */
const floatTags: readonly number[] = [0x7fe00008, 0x7fe00009];

export interface CleanPixels {
  /** Elements that take the place of those with their tags. */
  readonly elements: readonly DataElement[];
  /** What was done to PixelData (7FE0,0010), nothing where it is byte for byte what it was. */
  readonly rules: readonly Rule[];
}

const unreadable = (what: string): RefusalError =>
  new RefusalError('pixelDataUnreadable', `7FE00010: ${what}`);

/** RLE has no segments for comments: what is left out of its frames is of no pixel. */
const textRule = (compression: Compression): Rule =>
  compression === 'rle' ? 'beyondPixels' : 'commentSegments';

const cleanNative = (
  dataset: Dataset,
  pixels: Uint8Array,
  syntax: TransferSyntax,
  masks: readonly Rectangle[]
): { readonly bytes: Uint8Array; readonly rules: readonly Rule[] } => {
  const layout = imageLayout(dataset, syntax.littleEndian);
  const bits = overlayMask(dataset, syntax.littleEndian);
  const rules: Rule[] = [];
  let bytes = pixels;
  if (bits !== 0) {
    bytes = clearOverlayBits(bytes, layout, syntax.littleEndian, bits);
    rules.push('overlayBits');
  }
  if (masks.length > 0) {
    bytes = maskPixels(bytes, layout, syntax.littleEndian, masks);
    rules.push('mask');
  }
  const fitted = fitPixels(bytes, layout);
  if (fitted !== bytes) rules.push('beyondPixels');
  bytes = fitted;
  return { bytes, rules };
};

/**
 * The pixels of a file without overlays in their bits, without text in compressed frames, and with masks blacked.
 * @throws RefusalError maskNeedsDecoding, maskNotPossible, overlayInPixels, pixelDataUnreadable
 */
export const cleanPixels = (
  dataset: Dataset,
  syntax: TransferSyntax,
  masks: readonly Rectangle[]
): CleanPixels => {
  const pixels = elementOf(dataset, pixelDataTag);
  if (masks.length > 0 && floatTags.some(tag => elementOf(dataset, tag) !== undefined))
    throw new RefusalError('maskNotPossible', 'a mask has no black in pixels of floating point');
  if (pixels === undefined) return { elements: [], rules: [] };
  if (pixels.kind === 'sequence') throw unreadable('it is a sequence');
  if (pixels.kind === 'value') {
    if (syntax.compression !== null)
      throw unreadable(`native pixels in transfer syntax ${syntax.uid}`);
    const { bytes, rules } = cleanNative(dataset, pixels.value, syntax, masks);
    const changed = bytes !== pixels.value;
    return { elements: changed ? [value(pixelDataTag, pixels.vr, bytes)] : [], rules };
  }
  if (syntax.compression === null)
    throw unreadable(`encapsulated pixels in transfer syntax ${syntax.uid}`);
  if (masks.length > 0)
    throw new RefusalError(
      'maskNeedsDecoding',
      `a mask can't be blacked in compressed pixels (${syntax.name})`
    );
  if (overlayMask(dataset, syntax.littleEndian) !== 0)
    throw new RefusalError('overlayInPixels', 'an overlay in bits of compressed pixels');
  const extended = (tag: number): Uint8Array | null => {
    const found = elementOf(dataset, tag);
    return found?.kind === 'value' && found.value.length > 0 ? found.value : null;
  };
  const layout = imageLayout(dataset, syntax.littleEndian);
  const stripped = stripFrames(
    ...([pixels, syntax.compression, layout] as const),
    ...([extended(extendedOffsetsTag), extended(extendedLengthsTag)] as const)
  );
  const rules: Rule[] = [
    ...(stripped.changed === 0 ? [] : [textRule(syntax.compression)]),
    ...(stripped.tables && stripped.changed === 0 ? (['beyondPixels'] as const) : []),
  ];
  if (rules.length === 0) return { elements: [], rules };
  const tables =
    stripped.extended === null
      ? []
      : [
          value(extendedOffsetsTag, 'OV', stripped.extended.offsets),
          value(extendedLengthsTag, 'OV', stripped.extended.lengths),
        ];
  return { elements: [...tables, stripped.pixels], rules };
};
