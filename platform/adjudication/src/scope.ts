import { type Static, Type } from '@sinclair/typebox';
import { AdjudicationError } from './adjudicationError.js';
import type { CourseRead } from './courseRead.js';
import { closed, Nullable } from './shape.js';

const Timepoint = Type.String({ minLength: 1 });

/**
 * What is compared: the whole subject, one timepoint as it was known then, or the timepoints after one (null: from the
 * baseline on) up to another (null: the last).
 */
export const ScopeSchema = Type.Union([
  Type.Object({ kind: Type.Literal('subject') }, closed),
  Type.Object({ kind: Type.Literal('timepoint'), timepoint: Timepoint }, closed),
  Type.Object(
    { kind: Type.Literal('period'), after: Nullable(Timepoint), through: Nullable(Timepoint) },
    closed
  ),
]);
export type Scope = Static<typeof ScopeSchema>;

export const wholeSubject: Scope = { kind: 'subject' };

/** The timepoints of a scope, and those known when the last of them was read, both in order. */
export interface Window {
  readonly timepoints: readonly string[];
  readonly known: readonly string[];
}

/**
 * Every timepoint that a read has, in date order. One without a date, or that only a later read has, stands after the one
 * before it in its own read.
 */
export function timepointOrder(reads: readonly CourseRead[]): string[] {
  const ordered: { id: string; date: string }[] = [];
  for (const { input, output } of reads) {
    const dates = new Map(input.timepoints.map(({ id, date }) => [id, date ?? '']));
    let place = -1;
    for (const { id } of output.timepoints) {
      const at = ordered.findIndex(one => one.id === id);
      if (at >= 0) {
        place = at;
        continue;
      }
      const date = dates.get(id) ?? '';
      const later = ordered.findIndex((one, index) => index > place && one.date > date);
      const before = date === '' ? place + 1 : later < 0 ? ordered.length : later;
      ordered.splice(before, 0, { id, date });
      place = before;
    }
  }
  return ordered.map(({ id }) => id);
}

/** The window of a scope. Throws AdjudicationError CL_ADJUDICATION_SCOPE on a timepoint that is not in the order. */
export function windowOf(scope: Scope, order: readonly string[]): Window {
  const place = (id: string, field: string): number => {
    const at = order.indexOf(id);
    if (at >= 0) return at;
    throw new AdjudicationError(
      'CL_ADJUDICATION_SCOPE',
      `/scope/${field}`,
      `/scope/${field}: no read has the timepoint "${id}" (read: ${order.join(', ')})`
    );
  };
  if (scope.kind === 'subject') return { timepoints: order, known: order };
  if (scope.kind === 'timepoint') {
    const at = place(scope.timepoint, 'timepoint');
    return { timepoints: [scope.timepoint], known: order.slice(0, at + 1) };
  }
  const from = scope.after === null ? 0 : place(scope.after, 'after') + 1;
  const end = scope.through === null ? order.length : place(scope.through, 'through') + 1;
  return { timepoints: order.slice(from, end), known: order.slice(0, end) };
}
