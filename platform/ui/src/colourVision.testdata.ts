import type { Rgb } from './cssColour.testdata.js';

type Row = readonly [number, number, number];

/** How people without one kind of cone see linear RGB: Machado, Oliveira and Fernandes 2009, table 1, severity 1. */
export const colourVision = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, readonly [Row, Row, Row]>>;

export type Vision = keyof typeof colourVision;

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const dot = ([r, g, b]: Row, [x, y, z]: Row): number => r * x + g * y + b * z;

/** CIE L*a*b*, D65, of a colour as it is seen. */
function labOf([red, green, blue]: Rgb, vision: Vision): Row {
  const given: Row = [linear(red), linear(green), linear(blue)];
  const [r, g, b] = colourVision[vision].map(row => Math.max(0, Math.min(1, dot(row, given)))) as [
    number,
    number,
    number,
  ];
  const seen: Row = [r, g, b];
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = [
    f(dot([0.4124, 0.3576, 0.1805], seen) / 0.9505),
    f(dot([0.2126, 0.7152, 0.0722], seen)),
    f(dot([0.0193, 0.1192, 0.9505], seen) / 1.089),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 colour difference between two colours as they are seen; about 2 is just noticed. */
export function difference(one: Rgb, other: Rgb, vision: Vision): number {
  const [first, second] = [labOf(one, vision), labOf(other, vision)];
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}
