import type { StackViewport } from '@corelab/host';
import type { ReadKey } from './comparedReads.js';
import { MarkEnd } from './MarkEnd.js';
import {
  labelHeightPx,
  markShape,
  placeLabels,
  type CanvasPoint,
  type MarkShape,
} from './markGeometry.js';
import type { OverlayMark } from './readMarks.js';

/** Width of a letter of the labels, px, for the box behind them: 13 px Inter with tabular digits. */
const letterPx = 7.4;
const paddingPx = 6;

/** Under this length on the screen, px, the ends of a mark would cover what it measures: they are smaller there. */
const shortPx = 40;

const lengthOf = ([[x1, y1], [x2, y2]]: MarkShape['lines'][number]): number =>
  Math.hypot(x2 - x1, y2 - y1);

function Shape({ side, shape }: { side: ReadKey; shape: MarkShape }) {
  const half = Math.max(0, ...shape.lines.map(lengthOf)) < shortPx ? 2 : 3;
  return (
    <>
      {shape.lines.map(([[x1, y1], [x2, y2]], index) => (
        <line
          key={index}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
        />
      ))}
      {shape.ends.map((end, index) => (
        <MarkEnd
          key={index}
          side={side}
          at={end}
          half={half}
        />
      ))}
    </>
  );
}

export interface MarkOverlayProps {
  viewport: Pick<StackViewport, 'element' | 'worldToCanvas'>;
  /** What the overlay is laid over: its place in the page gives the marks theirs. */
  place: HTMLElement;
  marks: readonly OverlayMark[];
}

/**
 * All reads' marks over one image, in our own drawing: no annotation of the host exists that could be moved. Each has a dark
 * and a light halo, so that it shows on bone and on air.
 */
export function MarkOverlay({ viewport, place, marks }: MarkOverlayProps) {
  const box = viewport.element.getBoundingClientRect();
  const around = place.getBoundingClientRect();
  const shapes = marks.map(({ pointsLps }) =>
    markShape(
      pointsLps.map((point): CanvasPoint => {
        const [x, y] = viewport.worldToCanvas([...point]);
        return [x + box.left - around.left, y + box.top - around.top];
      })
    )
  );
  const widths = marks.map(({ label }) => label.length * letterPx + 2 * paddingPx);
  const labels = placeLabels(
    shapes.map(({ ends }, index) => ({
      side: marks[index]?.side ?? 'a',
      ends,
      width: widths[index] ?? 0,
    })),
    { width: around.width, height: around.height }
  );
  return (
    <svg
      className="cl-read-marks"
      aria-hidden="true"
    >
      {marks.map(({ side, lesion, label, emphasised }, index) => {
        const shape = shapes[index];
        const at = labels[index];
        return shape === undefined || at === undefined ? null : (
          <g
            key={`${side} ${lesion}`}
            className={`cl-read-${side}${emphasised ? ' cl-emphasised' : ''}`}
            data-mark={`${side} ${lesion}`}
          >
            {(['cl-halo-light', 'cl-halo-dark', 'cl-mark-line'] as const).map(layer => (
              <g
                key={layer}
                className={layer}
              >
                <Shape
                  side={side}
                  shape={shape}
                />
              </g>
            ))}
            <rect
              className="cl-mark-box"
              x={at.x}
              y={at.y}
              width={widths[index]}
              height={labelHeightPx}
              rx={4}
            />
            <text
              className="cl-mark-label"
              x={at.x + paddingPx}
              y={at.y + 14}
            >
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
