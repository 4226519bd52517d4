import type { HistoryStore } from '@corelab/client';
import { EditHistory, ReadError, type ReadDocument } from '@corelab/reads';

/** Keeps one read's undo history in the browser; a write that is overtaken is left out. */
export class HistoryKeeper {
  readonly #store: HistoryStore;
  readonly #readId: string;
  readonly #user: string;
  readonly #failed: () => void;
  #next: EditHistory | 'erase' | null = null;
  #writing = false;

  /** `failed` is called once, when this computer can't keep it. */
  constructor(store: HistoryStore, readId: string, user: string, failed: () => void) {
    this.#store = store;
    this.#readId = readId;
    this.#user = user;
    let told = false;
    this.#failed = () => {
      if (!told) {
        told = true;
        failed();
      }
    };
  }

  keep(history: EditHistory): void {
    this.#write(history);
  }

  /** Nothing of the history stays on this computer. */
  erase(): void {
    this.#write('erase');
  }

  #write(next: EditHistory | 'erase'): void {
    this.#next = next;
    if (!this.#writing) {
      this.#writing = true;
      this.#drain().then(
        () => {
          this.#writing = false;
        },
        () => {
          this.#writing = false;
          this.#failed();
        }
      );
    }
  }

  async #drain(): Promise<void> {
    while (this.#next !== null) {
      const next = this.#next;
      this.#next = null;
      if (next === 'erase') {
        await this.#store.delete(this.#readId);
      } else {
        const history = EditHistory.serialise(next);
        await this.#store.put(this.#readId, { user: this.#user, history });
      }
    }
  }
}

export interface FoundHistory {
  /** Null when there is none that is this person's and ends in the document. */
  history: EditHistory | null;
  /** This computer's store of undo histories can't be used. */
  historyUnreadable: boolean;
}

/** The history kept for a read, if it is this person's and ends in `document`; any other is erased. */
export async function keptHistory(
  store: HistoryStore,
  read: { readId: string; user: string; signed: boolean },
  document: ReadDocument
): Promise<FoundHistory> {
  const unreadable = { history: null, historyUnreadable: true };
  const found = await store.get(read.readId).then(
    kept => ({ kept }),
    () => null
  );
  if (found === null) {
    return unreadable;
  }
  const { kept } = found;
  if (kept === null) {
    return { history: null, historyUnreadable: false };
  }
  const history = kept.user === read.user && !read.signed ? resumed(kept.history, document) : null;
  if (history !== null) {
    return { history, historyUnreadable: false };
  }
  return store.delete(read.readId).then(
    () => ({ history: null, historyUnreadable: false }),
    () => unreadable
  );
}

function resumed(text: string, document: ReadDocument): EditHistory | null {
  try {
    return EditHistory.resume(EditHistory.parse(text), document);
  } catch (error) {
    if (error instanceof ReadError) {
      return null;
    }
    throw error;
  }
}
