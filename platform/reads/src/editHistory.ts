import { canonicalText } from './hashReadDocument.js';
import { ReadError } from './readError.js';
import { parseReadDocument } from './parseReadDocument.js';
import type { ReadDocument } from './readDocument.js';
import { withoutTexts, type TakenText } from './typedTexts.js';

/** One edit: what it was called, and the document after it. */
export interface HistoryStep {
  label: string;
  document: ReadDocument;
}

/** Undo history as plain JSON: `steps[at]` is the document shown; later steps can be redone. */
export interface EditHistory {
  readonly steps: readonly HistoryStep[];
  readonly at: number;
}

/** Edits that can be undone; documents share what an edit did not touch, so this is small in memory. */
const maxEdits = 100;

/** JSON of the steps written before: a step never changes, and there are many of them at each write. */
const written = new WeakMap<HistoryStep, string>();

function stepJson(step: HistoryStep): string {
  const known = written.get(step);
  if (known !== undefined) return known;
  const json = JSON.stringify(step);
  written.set(step, json);
  return json;
}

/** What was read, whatever the images looked like then. */
const contentOf = (document: ReadDocument): string =>
  canonicalText({ ...document, view: { layout: '', panes: [], selectedLesion: null } });

/** Pure undo and redo over whole documents; each call returns a new history. */
export const EditHistory = {
  start(document: ReadDocument): EditHistory {
    return { steps: [{ label: '', document }], at: 0 };
  },
  /** Adds an edit after the one shown; what had been undone is dropped. */
  push(history: EditHistory, label: string, document: ReadDocument): EditHistory {
    const steps = [...history.steps.slice(0, history.at + 1), { label, document }].slice(
      -(maxEdits + 1)
    );
    return { steps, at: steps.length - 1 };
  },
  /** One step back; the same history when there is nothing to undo. */
  undo(history: EditHistory): EditHistory {
    return history.at > 0 ? { ...history, at: history.at - 1 } : history;
  },
  /** One step forward; the same history when there is nothing to redo. */
  redo(history: EditHistory): EditHistory {
    return history.at < history.steps.length - 1 ? { ...history, at: history.at + 1 } : history;
  },
  current(history: EditHistory): ReadDocument {
    return stepAt(history, history.at).document;
  },
  /** Name of the edit that `undo` takes back; `null` when there is none. */
  undoLabel(history: EditHistory): string | null {
    return history.at > 0 ? stepAt(history, history.at).label : null;
  },
  redoLabel(history: EditHistory): string | null {
    return history.at < history.steps.length - 1 ? stepAt(history, history.at + 1).label : null;
  },
  /**
   * The history as if texts had never been in it: nothing that is undone or redone brings them back, and each place has what
   * it had before.
   */
  without(history: EditHistory, taken: readonly TakenText[]): EditHistory {
    let before: ReadDocument | null = null;
    const steps = history.steps.map(step => {
      const document = withoutTexts(step.document, taken, before);
      before = document;
      return document === step.document ? step : { ...step, document };
    });
    return { steps, at: history.at };
  },
  serialise(history: EditHistory): string {
    return `{"steps":[${history.steps.map(stepJson).join(',')}],"at":${history.at}}`;
  },
  /**
   * A history kept from an earlier page, going on from the document as it stands now. `null` when the
   * history ends in other content: its steps would then take back what was not done here. How the
   * images were shown does not count.
   */
  resume(history: EditHistory, document: ReadDocument): EditHistory | null {
    const shown = stepAt(history, history.at);
    if (contentOf(shown.document) !== contentOf(document)) return null;
    return {
      steps: history.steps.map(step => (step === shown ? { ...step, document } : step)),
      at: history.at,
    };
  },
  /** Reads what `serialise` wrote; throws `ReadError` `CL_HISTORY_FORM` on anything else. */
  parse(text: string): EditHistory {
    const refuse = (why: string) => new ReadError('CL_HISTORY_FORM', null, `edit history: ${why}`);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw refuse(`not JSON (${cause instanceof Error ? cause.message : String(cause)})`);
    }
    if (!isRecord(value) || !Array.isArray(value['steps']) || typeof value['at'] !== 'number') {
      throw refuse('expected { steps, at }');
    }
    const steps = value['steps'].map((step: unknown, index): HistoryStep => {
      if (!isRecord(step) || typeof step['label'] !== 'string') {
        throw refuse(`step ${index} is not { label, document }`);
      }
      const parsed = parseReadDocument(step['document']);
      if (!parsed.ok) {
        const [first] = parsed.errors;
        throw refuse(`step ${index}, document${first?.path ?? ''}: ${first?.message ?? 'invalid'}`);
      }
      return { label: step['label'], document: parsed.value };
    });
    const at = value['at'];
    if (!Number.isInteger(at) || at < 0 || at >= steps.length) throw refuse(`no step ${at}`);
    return { steps, at };
  },
};

function stepAt(history: EditHistory, index: number): HistoryStep {
  const step = history.steps[index];
  if (!step) throw new ReadError('CL_HISTORY_FORM', null, `edit history: no step ${index}`);
  return step;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
