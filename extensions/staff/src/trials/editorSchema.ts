import {
  autocompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip } from '@codemirror/view';
import { charterOptions, type CharterOption } from './charterOptions.js';
import { meaningAt } from './charterSchema.js';
import { placeAt } from './placeAt.js';

const completionOf = ({ label, apply, meaning, kind }: CharterOption): Completion => ({
  label,
  info: meaning,
  type: kind,
  apply: (view, _completion, from, to) => {
    view.dispatch({
      changes: { from, to, insert: apply },
      selection: { anchor: from + apply.length },
      userEvent: 'input.complete',
    });
    // After a key with its words in the same line these are what comes next.
    if (apply.endsWith(': ')) startCompletion(view);
  },
});

/** What can be written at the cursor. Asked for by key, or where a word has begun. */
export function completeCharter(context: CompletionContext): CompletionResult | null {
  const place = placeAt(context.state.doc.toString(), context.pos);
  if (place === null || (!context.explicit && place.from === context.pos)) return null;
  const options = charterOptions(place);
  if (options.length === 0) return null;
  return {
    ...{ from: place.from, to: place.to },
    // The schema's order says more than the alphabet.
    options: options.map((option, index) => ({ ...completionOf(option), boost: -index })),
    validFor: /^[\w.-]*$/,
  };
}

/** The key or word at an offset, and what it means; null where the schema says nothing. */
export function meaningUnder(
  source: string,
  offset: number
): { name: string; meaning: string; from: number; to: number } | null {
  const place = placeAt(source, offset);
  if (place === null) return null;
  const word = source.slice(place.from, place.to);
  const path = place.kind === 'key' && word !== '' ? [...place.path, word] : place.path;
  const steps = path.filter(step => typeof step === 'string');
  const meaning = steps.length === 0 ? null : meaningAt(path);
  return meaning === null
    ? null
    : { name: steps.join(' / '), meaning, from: place.from, to: place.to };
}

const meanings = hoverTooltip((view, offset) => {
  const found = meaningUnder(view.state.doc.toString(), offset);
  if (found === null) return null;
  return {
    ...{ pos: found.from, end: found.to, above: true },
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-meaning';
      dom.textContent = found.meaning;
      return { dom };
    },
  };
});

/** Completion and meanings from the charter's schema. `onMeaning` hears what the key at the cursor means. */
export const schemaHelp = (
  onMeaning: (found: ReturnType<typeof meaningUnder>) => void
): Extension => [
  autocompletion({ override: [completeCharter], icons: false }),
  meanings,
  EditorView.updateListener.of(({ state, selectionSet, docChanged }) => {
    if (selectionSet || docChanged) {
      onMeaning(meaningUnder(state.doc.toString(), state.selection.main.head));
    }
  }),
];
