import { isRecord } from '../is-record.js';

/** One changed place: JSON Pointer, and what stood and stands there (absent when there was or is nothing). */
export interface Change {
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/**
 * The changes from one JSON value to another, leaf by leaf. Free text (`comment`, `text`, and `reason` as a
 * text) may name a person, so `mask` replaces it: the entry tells that it changed, not what it says. The
 * viewport state is left out: it is replay data, in the draft itself.
 */
export const jsonDifference = (
  from: unknown,
  to: unknown,
  mask: (text: string) => unknown,
  path = ''
): Change[] => {
  if (path === '/view') return [];
  if (isRecord(from) && isRecord(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return keys.flatMap(key =>
      jsonDifference(
        from[key],
        to[key],
        mask,
        `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`
      )
    );
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const length = Math.max(from.length, to.length);
    return Array.from({ length }, (_, index) =>
      jsonDifference(from[index], to[index], mask, `${path}/${index}`)
    ).flat();
  }
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  return [
    {
      path,
      ...(from === undefined ? {} : { from: maskFreeText(from, mask, path) }),
      ...(to === undefined ? {} : { to: maskFreeText(to, mask, path) }),
    },
  ];
};

const maskFreeText = (value: unknown, mask: (text: string) => unknown, path: string): unknown => {
  if (typeof value === 'string') {
    return value !== '' && /\/(comment|text|reason)$/.test(path) ? mask(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => maskFreeText(item, mask, `${path}/${index}`));
  }
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, maskFreeText(item, mask, `${path}/${key}`)])
    );
  }
  return value;
};
