/** How long a permission to see images is not asked for again, ms. */
const goodForMs = 1000;

/** One from a time to come was given before the clock was set back: nobody knows how old it is. */
const isGood = (since: number, now: number): boolean => now >= since && now < since + goodForMs;

/**
 * Permissions asked for by image requests: a series is hundreds of requests in a second, and asking the database each
 * time would take longer than sending the frames. A grant is good for one second and for this process; whatever this
 * process changes ends all of them at once. Refusals are not kept.
 */
export class ImageGrants {
  readonly #now: () => Date;
  readonly #grants = new Map<string, { since: number; value: Promise<unknown> }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The kept answer to `key`, else that of `ask`; requests at the same time share one. */
  async get<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const now = this.#now().getTime();
    const kept = this.#grants.get(key);
    if (kept !== undefined && isGood(kept.since, now)) return kept.value as Promise<T>;
    this.#drop(now);
    const value = ask();
    this.#grants.set(key, { since: now, value });
    value.then(
      answer => {
        if (answer === undefined) this.#grants.delete(key);
      },
      () => this.#grants.delete(key)
    );
    return value;
  }

  /** Ends every grant: something that permissions depend on may have changed. */
  clear(): void {
    this.#grants.clear();
  }

  #drop(now: number): void {
    for (const [key, { since }] of this.#grants) if (!isGood(since, now)) this.#grants.delete(key);
  }
}
