import { EditHistory, type ReadDocument, type TakenText } from '@corelab/reads';

/** The undo history of a read while it is edited; the changes of one drag become one step. */
export class EditSteps {
  #history: EditHistory;
  #gesture: string | null = null;

  constructor(history: EditHistory) {
    this.#history = history;
  }

  get history(): EditHistory {
    return this.#history;
  }

  get document(): ReadDocument {
    return EditHistory.current(this.#history);
  }

  /**
   * Applies `change` as a step named `label`, or as part of the step before when both have the same `gesture`. Answers
   * whether the document changed.
   * @throws what `change` throws, with nothing changed
   */
  edit(label: string, change: (document: ReadDocument) => ReadDocument, gesture?: string): boolean {
    const before = this.document;
    const after = change(before);
    if (after === before) {
      return false;
    }
    const continues = gesture !== undefined && gesture === this.#gesture;
    const base = continues ? EditHistory.undo(this.#history) : this.#history;
    this.#gesture = gesture ?? null;
    this.#history = EditHistory.push(base, label, after);
    return true;
  }

  /** A step of its own that is no act on the images, such as a choice between two versions. */
  push(label: string, document: ReadDocument): void {
    this.#history = EditHistory.push(this.#history, label, document);
  }

  /** Takes texts out of all steps; answers whether any had them. */
  without(taken: readonly TakenText[]): boolean {
    const before = this.#history;
    const after = EditHistory.without(before, taken);
    if (after.steps.every((step, index) => step === before.steps[index])) {
      return false;
    }
    this.#history = after;
    return true;
  }

  /** The next change is a step of its own even if it continues the same drag. */
  endGesture(): void {
    this.#gesture = null;
  }

  /** Answers the name of the step taken back; null when there is none. */
  undo(): string | null {
    const label = EditHistory.undoLabel(this.#history);
    if (label !== null) {
      this.#history = EditHistory.undo(this.#history);
    }
    return label;
  }

  /** Answers the name of the step done again; null when there is none. */
  redo(): string | null {
    const label = EditHistory.redoLabel(this.#history);
    if (label !== null) {
      this.#history = EditHistory.redo(this.#history);
    }
    return label;
  }
}
