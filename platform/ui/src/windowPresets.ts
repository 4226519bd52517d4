import { text, type TextKey } from './text.js';

/** A window by its name, in units of the modality (HU). */
export interface NamedWindow {
  id: string;
  name: string;
  center: number;
  width: number;
}

const usual: readonly { id: string; charterName: string; center: number; width: number }[] = [
  { id: 'softTissue', charterName: 'Soft tissue', center: 40, width: 400 },
  { id: 'lung', charterName: 'Lung', center: -600, width: 1500 },
  { id: 'liver', charterName: 'Liver', center: 90, width: 150 },
  { id: 'bone', charterName: 'Bone', center: 400, width: 1800 },
  { id: 'brain', charterName: 'Brain', center: 40, width: 80 },
];

/**
 * The windows of the digits 1 to 5 in their order, with the charter's values where it names the same window, then what
 * else the charter names, reached by walking the list.
 */
export function windowsOf({
  windowPresets = {},
}: {
  windowPresets?: Readonly<Record<string, Pick<NamedWindow, 'center' | 'width'>>>;
}): NamedWindow[] {
  const given = Object.entries(windowPresets);
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const known = usual.map(({ id, charterName, center, width }) => {
    const own = given.find(([name]) => same(name, charterName) || same(name, id))?.[1];
    return { id, name: text(`window.${id}` as TextKey), ...(own ?? { center, width }) };
  });
  const others = given.filter(
    ([name]) => !usual.some(({ id, charterName }) => same(name, charterName) || same(name, id))
  );
  return [...known, ...others.map(([name, value]) => ({ id: name, name, ...value }))];
}
