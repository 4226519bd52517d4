import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme(
  {
    '&': { height: '100%', color: 'var(--cl-text)', backgroundColor: 'transparent' },
    '&.cm-focused': { outline: '2px solid var(--cl-text)', outlineOffset: '-2px' },
    '.cm-scroller': {
      fontFamily: 'ui-monospace, "DejaVu Sans Mono", Consolas, monospace',
      fontSize: '13px',
      lineHeight: '20px',
    },
    '.cm-content': { caretColor: 'var(--cl-text)', padding: '8px 0' },
    '.cm-cursor': { borderLeftColor: 'var(--cl-text)', borderLeftWidth: '2px' },
    '.cm-gutters': {
      backgroundColor: 'var(--cl-card)',
      color: 'var(--cl-text-2)',
      border: 'none',
      borderRight: '1px solid var(--cl-outline)',
    },
    '.cm-activeLine': {
      backgroundColor: 'color-mix(in srgb, var(--cl-selected) 35%, transparent)',
    },
    '.cm-activeLineGutter': { backgroundColor: 'var(--cl-selected)', color: 'var(--cl-text)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
      { backgroundColor: 'var(--cl-selected)' },
    '.cm-tooltip': {
      backgroundColor: 'hsl(var(--popover, 219 90% 15%))',
      color: 'var(--cl-text)',
      border: '1px solid var(--cl-outline)',
      borderRadius: '6px',
    },
    '.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '260px' },
    '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '18px' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--cl-selected)',
      color: 'var(--cl-text)',
    },
    '.cm-tooltip.cm-completionInfo, .cm-meaning': {
      maxWidth: '360px',
      padding: '8px',
      whiteSpace: 'normal',
    },
    '.cm-diagnostic': { padding: '4px 8px', borderLeftWidth: '3px', whiteSpace: 'normal' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--cl-stop)' },
    '.cm-diagnostic-warning': { borderLeftColor: 'var(--cl-attention)' },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--cl-stop)',
    },
    '.cm-lintRange-warning': {
      backgroundImage: 'none',
      textDecoration: 'underline dotted var(--cl-attention)',
    },
    '.cm-searchMatch': { backgroundColor: 'var(--cl-selected)' },
  },
  { dark: true }
);

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--cl-info)' },
  { tag: tags.comment, color: 'var(--cl-quiet)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--cl-text)' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--cl-text-2)' },
]);

/** How the editor looks: the tokens of the suite, in any of the host's themes. */
export const editorLook: Extension = [look, syntaxHighlighting(colours)];
