/** Tells other roots of this page something: the panel and the case strip do not share one. */
export interface Announcement<T> {
  tell(value: T): void;
  /** What was told last, null before the first. */
  last(): T | null;
  /** Calls `listener` at every telling; the returned function ends it. */
  listen(listener: () => void): () => void;
}

export function createAnnouncement<T>(): Announcement<T> {
  const listeners = new Set<() => void>();
  let last: T | null = null;
  return {
    tell: value => {
      last = value;
      listeners.forEach(listener => listener());
    },
    last: () => last,
    listen: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
