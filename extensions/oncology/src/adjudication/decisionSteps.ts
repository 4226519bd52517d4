import type { DecisionDocument } from '@corelab/adjudication';

interface Step {
  readonly label: string;
  readonly document: DecisionDocument;
}

/** A decision with what it was before each act of this page, for undo and redo. */
export class DecisionSteps {
  #past: readonly Step[] = [];
  #coming: readonly Step[] = [];
  #document: DecisionDocument;

  constructor(document: DecisionDocument) {
    this.#document = document;
  }

  get document(): DecisionDocument {
    return this.#document;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#coming.length > 0;
  }

  /** Takes the document as it is after an act; answers whether anything changed. */
  push(label: string, document: DecisionDocument): boolean {
    if (document === this.#document) return false;
    this.#past = [...this.#past, { label, document: this.#document }];
    this.#coming = [];
    this.#document = document;
    return true;
  }

  /** Takes a reason out of all steps, as if it had never been given; answers whether any had it. */
  withoutReason(text: string): boolean {
    let before = '';
    let found = false;
    const cleaned = (document: DecisionDocument): DecisionDocument => {
      if (document.reason.text !== text) {
        before = document.reason.text;
        return document;
      }
      found = true;
      return { ...document, reason: { ...document.reason, text: before } };
    };
    const step = (one: Step): Step => ({ ...one, document: cleaned(one.document) });
    this.#past = this.#past.map(step);
    this.#document = cleaned(this.#document);
    this.#coming = [...this.#coming].reverse().map(step).reverse();
    return found;
  }

  /** Takes the last act back; answers its label, null when there is none. */
  undo(): string | null {
    const last = this.#past.at(-1);
    if (last === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#coming = [...this.#coming, { label: last.label, document: this.#document }];
    this.#document = last.document;
    return last.label;
  }

  /** Does again what was taken back last. */
  redo(): string | null {
    const next = this.#coming.at(-1);
    if (next === undefined) return null;
    this.#coming = this.#coming.slice(0, -1);
    this.#past = [...this.#past, { label: next.label, document: this.#document }];
    this.#document = next.document;
    return next.label;
  }
}
