import type { CaseSnapshot } from './caseSnapshot.js';

/** What the panel shows of a read now, and who is told when it changes. */
export class ShownCase {
  readonly #listeners = new Set<() => void>();
  #snapshot: CaseSnapshot;

  constructor(opening: CaseSnapshot) {
    this.#snapshot = opening;
  }

  get now(): CaseSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A prompt offers Undo only when it is said together with it. */
  set(change: Partial<CaseSnapshot>): void {
    const renewed = 'prompt' in change ? { offersUndo: false } : {};
    this.#snapshot = { ...this.#snapshot, ...renewed, ...change };
    this.#listeners.forEach(listener => listener());
  }

  close(): void {
    this.#listeners.clear();
  }
}
