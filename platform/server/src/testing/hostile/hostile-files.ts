import type { HandmadeImage } from '../handmade-image.js';
import { contentFamilies } from './families-content.js';
import { hidingFamilies } from './families-hidden.js';
import { pixelFamilies } from './families-pixels.js';
import { structureFamilies } from './families-structure.js';
import { elementsOfImage, type RawElement } from './raw-file.js';

export type BecomesOf = 'stored' | 'quarantined' | 'refused' | 'notDicom';

export interface HostileGiven {
  /** Of a good image. */
  readonly elements: readonly RawElement[];
  /** An identity to hide where nobody looks: it must be nowhere afterwards. */
  readonly hidden: string;
  /** Which of its variants a family makes. */
  readonly turn: number;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** One way in which a file is broken or means harm, and what must become of it. */
export interface HostileFamily {
  readonly name: string;
  readonly what: string;
  readonly becomes: readonly BecomesOf[];
  readonly make: (given: HostileGiven) => Uint8Array;
}

export interface HostileFile {
  readonly family: HostileFamily;
  readonly turn: number;
  readonly bytes: Uint8Array;
}

/** Stands in no file but where a family hides it. */
export const hidden = 'HIDDENMILLER7301';

export const families: readonly HostileFamily[] = [
  ...structureFamilies,
  ...contentFamilies,
  ...hidingFamilies,
  ...pixelFamilies,
];

/** Numbers from 0 to below 1, the same for a seed (mulberry32). */
const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The file with this number of a campaign: the families in turn, each in its next variant. */
export const hostileFile = (seed: number, number: number, image: HandmadeImage): HostileFile => {
  const family = families[number % families.length];
  if (family === undefined) throw new Error('there are no families');
  const random = randomOf(seed * 1_000_003 + number);
  const turn = Math.floor(number / families.length) + Math.floor(randomOf(seed)() * 1000);
  const elements = elementsOfImage(image);
  return { family, turn, bytes: family.make({ elements, hidden, turn, random }) };
};
