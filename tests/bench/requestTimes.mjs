import { request } from './httpClient.mjs';
import { quantile, rounded } from './quantile.mjs';

/** How many errors are told with their words; all are counted. */
const toldErrors = 20;

/** What was asked, by kind: how long each whole answer took, and every answer that was not the one expected. */
export class RequestTimes {
  #ms = new Map();
  #errors = [];

  /** One request. @throws Error when its answer is not 2xx, or none comes; it is noted before. */
  async ask(agent, kind, url, options) {
    const asked = performance.now();
    try {
      const answer = await request(agent, url, options);
      const ms = this.#ms.get(kind) ?? [];
      ms.push(performance.now() - asked);
      this.#ms.set(kind, ms);
      return answer;
    } catch (error) {
      this.unexpected(kind, error);
      throw error;
    }
  }

  /** Notes what is not as it has to be, e.g. an answer that holds something else. */
  unexpected(kind, error) {
    this.#errors.push({ kind, what: `${error.message} ${error.code ?? ''}`.trim() });
  }

  get told() {
    const all = [...this.#ms.values()].flat();
    return {
      ...{ requests: all.length, ms: quantilesOf(all) },
      kinds: Object.fromEntries(
        [...this.#ms].map(([kind, ms]) => [kind, { requests: ms.length, ms: quantilesOf(ms) }])
      ),
      errors: this.#errors.length,
      errorsTold: this.#errors.slice(0, toldErrors),
    };
  }
}

const quantilesOf = ms => ({
  p50: rounded(quantile(ms, 0.5)),
  p95: rounded(quantile(ms, 0.95)),
  p99: rounded(quantile(ms, 0.99)),
  most: rounded(quantile(ms, 1)),
});
