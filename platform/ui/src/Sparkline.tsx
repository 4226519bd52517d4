export interface SparklinePoint {
  /** Millimetres; null is a gap. */
  value: number | null;
  kind: 'measured' | 'tooSmall' | 'absent' | 'none';
}

const width = 56;
const height = 18;
const margin = 3;

/** Values in date order from zero up: open dot too small, cross disappeared, gap not evaluable. */
export function Sparkline({ points, name }: { points: readonly SparklinePoint[]; name: string }) {
  const top = Math.max(1, ...points.map(({ value }) => value ?? 0));
  const step = points.length > 1 ? (width - 2 * margin) / (points.length - 1) : 0;
  const placed = points.map((point, index) => ({
    ...point,
    x: margin + index * step,
    y: height - margin - ((point.value ?? 0) / top) * (height - 2 * margin),
  }));
  const lines = placed.slice(1).flatMap((point, index) => {
    const before = placed[index];
    return before === undefined || before.value === null || point.value === null
      ? []
      : [`M${before.x} ${before.y}L${point.x} ${point.y}`];
  });
  return (
    <svg
      role="img"
      aria-label={name}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
      stroke="currentColor"
    >
      <path d={lines.join('')} />
      {placed.map(({ kind, value, x, y }, index) =>
        value === null ? null : kind === 'absent' ? (
          <path
            key={index}
            d={`M${x - 2} ${y - 2}l4 4m0-4-4 4`}
          />
        ) : (
          <circle
            key={index}
            cx={x}
            cy={y}
            r="2"
            fill={kind === 'tooSmall' ? 'none' : 'currentColor'}
          />
        )
      )}
    </svg>
  );
}
