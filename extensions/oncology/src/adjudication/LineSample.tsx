import type { SideName } from '@corelab/adjudication';

/** How a read's marks look: A solid with squares, B dashed with rings. Decoration beside its name. */
export function LineSample({ side }: { side: SideName }) {
  return (
    <svg
      className={`cl-icon cl-line-sample cl-read-${side}`}
      width="28"
      height="10"
      viewBox="0 0 28 10"
      aria-hidden="true"
    >
      <g className="cl-mark-line">
        <line
          x1="4"
          y1="5"
          x2="24"
          y2="5"
        />
        {[4, 24].map(x =>
          side === 'a' ? (
            <rect
              key={x}
              x={x - 3}
              y="2"
              width="6"
              height="6"
            />
          ) : (
            <circle
              key={x}
              cx={x}
              cy="5"
              r="3"
            />
          )
        )}
      </g>
    </svg>
  );
}
