import { createHash } from 'node:crypto';
import { withoutCodings } from '../search/packed.js';
import type { Searcher, Trace } from '../search/searcher.js';
import type { HttpAnswer } from './httpAnswer.js';

/** A trace, and in which part of an answer it stands. */
export interface PlacedTrace extends Trace {
  /** `body`, or a header by its name. */
  readonly part: string;
}

/** Searches answers of one viewer; the same body is searched once, however often it comes. */
export class AnswerSearch {
  readonly #searcher: Searcher;
  readonly #known = new Map<string, readonly PlacedTrace[]>();

  constructor(searcher: Searcher) {
    this.#searcher = searcher;
  }

  /** @throws Error for a content coding that is not known or not true */
  tracesIn({ headers, body }: HttpAnswer): PlacedTrace[] {
    const coding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
    const found = headers.flatMap(([name, value]) =>
      [...this.#searcher.searchValue(value), ...this.#searcher.searchValue(name)].map(trace => ({
        ...trace,
        part: `header ${name}`,
      }))
    );
    return [...found, ...this.bodyTraces(body, coding)];
  }

  bodyTraces(body: Uint8Array, coding?: string): readonly PlacedTrace[] {
    if (body.length === 0) return [];
    const key = `${coding} ${createHash('sha256').update(body).digest('base64')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const plain = withoutCodings(body, coding);
    const found = this.#searcher.search(plain).map(trace => ({ ...trace, part: 'body' }));
    this.#known.set(key, found);
    return found;
  }

  valueTraces(value: string, part: string): PlacedTrace[] {
    return this.#searcher.searchValue(value).map(trace => ({ ...trace, part }));
  }
}
