import { type Dataset, elementOf, unsignedOf } from '../part10/element.js';
import { asciiOf } from '../valueRepresentations.js';

/** How native pixels are laid out (PS3.3, C.7.6.3); undefined where the file does not say. */
export interface ImageLayout {
  readonly rows: number | undefined;
  readonly columns: number | undefined;
  readonly samples: number;
  readonly frames: number;
  readonly bitsAllocated: number | undefined;
  readonly bitsStored: number | undefined;
  readonly highBit: number | undefined;
  readonly signed: boolean;
  /** Colour by plane (1) and not by pixel (0). */
  readonly planar: boolean;
  readonly photometric: string;
}

const textOf = (dataset: Dataset, tag: number): string => {
  const found = elementOf(dataset, tag);
  return found?.kind === 'value' ? asciiOf(found.value).trim() : '';
};

export const imageLayout = (dataset: Dataset, littleEndian: boolean): ImageLayout => {
  const number = (tag: number) => unsignedOf(dataset, tag, littleEndian);
  const frames = Number(textOf(dataset, 0x00280008));
  return {
    rows: number(0x00280010),
    columns: number(0x00280011),
    samples: number(0x00280002) ?? 1,
    frames: Number.isInteger(frames) && frames > 0 ? frames : 1,
    bitsAllocated: number(0x00280100),
    bitsStored: number(0x00280101),
    highBit: number(0x00280102),
    signed: number(0x00280103) === 1,
    planar: number(0x00280006) === 1,
    photometric: textOf(dataset, 0x00280004),
  };
};
