import type { PicturePlace, PointOfPane } from '@corelab/client';
import type { StackViewport } from '@corelab/host';

/** A pane as it is seen at one moment, on its way to a picture. */
export interface PaneGlimpse {
  readonly place: PicturePlace;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Its pixels with the marks, and with the words over it where they are wanted; null where the browser lets nobody read them. */
  readonly draw: (words: boolean) => Promise<HTMLCanvasElement | null>;
}

/** A word over a pane, where it stands. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly middle: number;
  readonly font: string;
  readonly colour: string;
  readonly ground: Ground | null;
}

/** The host's cell of a pane, in which our layer lies too. */
const cellOf = (element: HTMLElement): HTMLElement =>
  element.closest<HTMLElement>('[data-cy="viewport-pane"]') ?? element;

/** What a word stands on, where that is filled. */
interface Ground {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

const isClear = (colour: string): boolean =>
  colour === 'transparent' || /^rgba\(.*,\s*0\)$/.test(colour);

/** The filled part of the pane's layers that an element is in; null where it stands on the image itself. */
function groundOf(element: HTMLElement, cell: HTMLElement, box: DOMRect): Ground | null {
  for (let part: HTMLElement | null = element; part !== null && part !== cell;) {
    const { backgroundColor: colour } = getComputedStyle(part);
    if (!isClear(colour)) {
      const { left, top, width, height } = part.getBoundingClientRect();
      return { left: left - box.left, top: top - box.top, width, height, colour };
    }
    part = part.parentElement;
  }
  return null;
}

/** Every word in the pane's layers that can be seen, in pixels of its canvas. */
function wordsOver(cell: HTMLElement, box: DOMRect): Word[] {
  const words: Word[] = [];
  const walker = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('svg') !== null) continue;
    const style = getComputedStyle(parent);
    if (style.visibility === 'hidden' || style.opacity === '0') continue;
    for (const found of (node.textContent ?? '').matchAll(/\S+/g)) {
      const range = cell.ownerDocument.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const { left, top, width, height } = range.getBoundingClientRect();
      // What is for screen readers alone stands in one pixel.
      if (width <= 1 || height <= 1 || parent.clientWidth === 1) continue;
      words.push({
        ...{ text: found[0], left: left - box.left, middle: top - box.top + height / 2 },
        ...{ font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}` },
        ...{ colour: style.color, ground: groundOf(parent, cell, box) },
      });
    }
  }
  return words;
}

/** How far the words reach into the pane from its upper and its lower edge, px of its canvas. */
function wordBands(cell: HTMLElement, box: DOMRect): { top: number; bottom: number } {
  const edges = (selector: string): DOMRect[] =>
    [...cell.querySelectorAll(selector)].map(part => part.getBoundingClientRect());
  const top = Math.max(0, ...edges('.cl-pane-header').map(({ bottom }) => bottom - box.top));
  const bottom = Math.max(0, ...edges('.cl-pane-footer').map(edge => box.bottom - edge.top));
  return { top, bottom };
}

/** The marks as a picture of their own; null where none are drawn. */
function marksOf(element: HTMLElement, box: DOMRect): string | null {
  const layer = [...element.querySelectorAll('svg')].find(svg => svg.querySelector('*') !== null);
  if (layer === undefined) return null;
  const copy = layer.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
  copy.removeAttribute('style');
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function cornersOf(viewport: StackViewport, box: DOMRect): PicturePlace['cornersLps'] {
  const at = (x: number, y: number): PointOfPane | null => {
    const [a, b, c] = viewport.canvasToWorld?.([x, y]) ?? [];
    const point = [a, b, c].map(value => rounded(value ?? NaN));
    return point.every(Number.isFinite) ? (point as PointOfPane) : null;
  };
  const [first, right, below] = [at(0, 0), at(box.width, 0), at(0, box.height)];
  return first === null || right === null || below === null ? null : [first, right, below];
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function drawWords(context: CanvasRenderingContext2D, words: readonly Word[], scale: number): void {
  context.save();
  context.scale(scale, scale);
  context.textBaseline = 'middle';
  for (const { ground } of words) {
    if (ground === null) continue;
    context.fillStyle = ground.colour;
    context.fillRect(ground.left, ground.top, ground.width, ground.height);
  }
  for (const { text, left, middle, font, colour } of words) {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, left, middle);
  }
  context.restore();
}

/**
 * What a pane shows now, its longer side scaled down to `longestPx`: pixels are copied at once, so that what happens to the
 * pane later changes nothing. Null before its first picture.
 */
export function glimpse(viewport: StackViewport, longestPx: number): PaneGlimpse | null {
  const { element } = viewport;
  const canvas = element.querySelector('canvas');
  const box = canvas?.getBoundingClientRect();
  if (canvas === null || box === undefined || box.width < 1 || box.height < 1) return null;
  const scale = Math.min(1, longestPx / Math.max(box.width, box.height));
  const [widthPx, heightPx] = [box.width * scale, box.height * scale].map(Math.floor) as [
    number,
    number,
  ];
  const picture = element.ownerDocument.createElement('canvas');
  picture.width = widthPx;
  picture.height = heightPx;
  const context = picture.getContext('2d');
  context?.drawImage(canvas, 0, 0, box.width * scale, box.height * scale);
  const cell = cellOf(element);
  const [words, bands, marks] = [wordsOver(cell, box), wordBands(cell, box), marksOf(element, box)];
  const rows = (band: number): number => Math.min(heightPx, Math.ceil(band * scale));
  return {
    ...{ widthPx, heightPx },
    place: {
      cornersLps: cornersOf(viewport, box),
      words: { topPx: rows(bands.top), bottomPx: rows(bands.bottom) },
    },
    draw: async withWords => {
      if (context === null) return null;
      if (marks !== null) {
        const image = await loaded(marks);
        context.drawImage(image, 0, 0, box.width * scale, box.height * scale);
      }
      if (withWords) drawWords(context, words, scale);
      return picture;
    },
  };
}
