import { criteria } from '@corelab/criteria';
import type { ReadDocument } from './readDocument.js';

/** Yes/no facts of a timepoint that not every criterion takes, under the names that the criteria have for them. */
export const timepointFacts = ['ntFurther', 'nlntFurther', 'newSymptom'] as const;
export type TimepointFact = (typeof timepointFacts)[number];

/** Those that any of some criteria takes: what a reader is asked is what all of them together need. */
export function factsTakenBy(ids: readonly string[]): TimepointFact[] {
  const taken = ids.flatMap(id =>
    Object.hasOwn(criteria, id) ? Object.keys(criteria[id]?.inputs.timepoint?.properties ?? {}) : []
  );
  return timepointFacts.filter(fact => taken.includes(fact));
}

/** Answers a fact, or takes the answer back: then the document is as if it had never been asked. */
export function setTimepointFact(
  document: ReadDocument,
  fact: TimepointFact,
  answer: boolean | null
): ReadDocument {
  if (answer !== null) return { ...document, [fact]: answer };
  const { [fact]: before, ...rest } = document;
  return before === undefined ? document : rest;
}
