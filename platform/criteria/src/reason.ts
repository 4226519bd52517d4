import type { AssessmentOutput, Margin, TimepointOutput, Trace } from './schemas.js';

/** A value, or what makes it. */
type Late<T> = T | (() => T);

/**
 * Why a rating came out as it did. The rule is named at once; words and numbers may wait until someone reads them, since
 * making them takes as long as rating.
 */
export interface Reason {
  readonly rule: string;
  readonly text: Late<string>;
  readonly numbers: Late<Trace['numbers']>;
  readonly threshold?: Late<string>;
  readonly margin?: Late<Margin | null>;
  readonly source: string;
}

/** A timepoint whose reasons are not written yet. */
export interface RatedTimepoint extends Omit<TimepointOutput, 'trace'> {
  readonly trace: readonly Reason[];
}

/** What a criterion makes of one subject: its output but for the reasons, which are not written yet. */
export interface RatedSubject extends Omit<AssessmentOutput, 'timepoints'> {
  readonly timepoints: readonly RatedTimepoint[];
}

/** A value that may have waited. */
export const made = <T extends string | object | null>(late: Late<T>): T =>
  typeof late === 'function' ? (late as () => T)() : late;

/** `make`, called when its value is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let value: T | null = null;
  return () => (value ??= make());
}

/** A reason in its words and numbers. */
export const written = ({ rule, text, numbers, threshold, margin, source }: Reason): Trace => ({
  rule,
  text: made(text),
  numbers: made(numbers),
  ...(threshold === undefined ? {} : { threshold: made(threshold) }),
  ...(margin === undefined ? {} : { margin: made(margin) }),
  source,
});

/** A reason whose margin, where it has one, is said otherwise. */
export function marginAs(reason: Reason, said: (margin: Margin) => Margin): Reason {
  const { margin } = reason;
  if (margin === undefined) return reason;
  const late = (): Margin | null => {
    const one = made(margin);
    return one && said(one);
  };
  return { ...reason, margin: late };
}
