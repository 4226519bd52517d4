/** Red, green, blue, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Custom properties by name without the dashes: the host's as HSL triplets, ours as CSS colours. */
export type Properties = Readonly<Record<string, string>>;

function fromHsl(triplet: string): Rgb {
  const [hue = NaN, saturation = NaN, lightness = NaN] = triplet
    .split(/\s+/)
    .map(part => parseFloat(part));
  const s = saturation / 100;
  const l = lightness / 100;
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function fromHex(hex: string): Rgb {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map(digit => digit + digit).join('') : hex.slice(1);
  const at = (place: number): number => parseInt(digits.slice(place, place + 2), 16) / 255;
  return [at(0), at(2), at(4)];
}

/** `over` at `opacity` on `under`, in sRGB as browsers blend and `color-mix(in srgb)` mixes. */
export const blend = (over: Rgb, under: Rgb, opacity: number): Rgb => {
  const mix = (place: 0 | 1 | 2): number => over[place] * opacity + under[place] * (1 - opacity);
  return [mix(0), mix(1), mix(2)];
};

/**
 * The colour a CSS value has under these properties: hex, `hsl(var(--host, fallback))`, `var(--own)`, and
 * `color-mix(in srgb, a p%, b q%)`. A host token that is not among the properties is an error: the fallback would hide it.
 */
export function colourOf(value: string, properties: Properties): Rgb {
  const css = value.replace(/\s+/g, ' ').trim();
  const own = /^var\(--([\w-]+)\)$/.exec(css)?.[1];
  const host = /^hsl\(var\(--([\w-]+)/.exec(css)?.[1];
  const mixed = /^color-mix\( ?in srgb, (.+) (\d+)%, (.+) (\d+)% ?\)$/.exec(css);
  if (/^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/i.test(css)) return fromHex(css);
  if (mixed !== null) {
    const [, first = '', share = '', second = ''] = mixed;
    return blend(colourOf(first, properties), colourOf(second, properties), Number(share) / 100);
  }
  const named = properties[host ?? own ?? ''];
  if (named === undefined) throw new Error(`no colour: ${css}`);
  return host === undefined ? colourOf(named, properties) : fromHsl(named);
}

function luminance(colour: Rgb): number {
  const linear = (channel: number): number =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  const [red, green, blue] = colour;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = NaN, light = NaN] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
