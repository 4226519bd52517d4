import type { KeptPicture } from '@corelab/client';
import type { StackViewport } from '@corelab/host';
import { glimpse } from '../images/panePicture.js';
import { differingPixels, type PixelDifference, type Pixels } from './differingPixels.js';

/** Large enough for every pane: what is rebuilt is compared at the size of the picture. */
const anyLength = 100_000;

const pixelsOf = (canvas: HTMLCanvasElement): Pixels | null => {
  const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  return data === undefined ? null : { widthPx: canvas.width, heightPx: canvas.height, data };
};

const canvasOf = (widthPx: number, heightPx: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  return canvas;
};

/**
 * Holds a pane as it is rebuilt now against its picture, place by place of the patient, so that a pane of another size is
 * compared too. Null where the pane or the picture can't be read.
 */
export async function comparePane(
  viewport: StackViewport,
  kept: KeptPicture,
  image: HTMLImageElement
): Promise<PixelDifference | null> {
  const { cornersLps, widthPx, heightPx } = kept;
  const seen = glimpse(viewport, anyLength);
  const rebuilt = (await seen?.draw(false)) ?? null;
  if (cornersLps === null || rebuilt === null) return null;
  const [first, right, below] = cornersLps.map(point => viewport.worldToCanvas(point)) as [
    ...[number, number][],
  ] as [[number, number], [number, number], [number, number]];
  // From pixels of the picture to those of the pane, and back again for drawing it.
  const toPane = new DOMMatrix([
    ...[(right[0] - first[0]) / widthPx, (right[1] - first[1]) / widthPx],
    ...[(below[0] - first[0]) / heightPx, (below[1] - first[1]) / heightPx],
    ...first,
  ]);
  const moved = canvasOf(widthPx, heightPx);
  const context = moved.getContext('2d');
  context?.setTransform(toPane.inverse());
  context?.drawImage(rebuilt, 0, 0);
  const picture = canvasOf(widthPx, heightPx);
  picture.getContext('2d')?.drawImage(image, 0, 0);
  const [one, other] = [pixelsOf(picture), pixelsOf(moved)];
  return one === null || other === null ? null : differingPixels(one, other, kept.words);
}
