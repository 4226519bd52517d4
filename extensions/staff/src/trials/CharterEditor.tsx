import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { text } from '@corelab/ui';
import { schemaHelp, type meaningUnder } from './editorSchema.js';
import { editorLook } from './editorTheme.js';

/** Something to say of a place of the text; line and column from 1. */
export interface EditorProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** What else may be done with an editor. */
export interface EditorHandle {
  /** Puts the cursor there and shows it. */
  goTo(line: number, column: number): void;
}

export interface CharterEditorProps {
  name: string;
  /** The text to begin with; another text is another editor (`key`). */
  initial: string;
  readOnly?: boolean;
  problems?: readonly EditorProblem[];
  onChange?(source: string): void;
  handle?: Ref<EditorHandle>;
}

const offsetOf = (doc: Text, line: number, column: number): number => {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(at.from + column - 1, at.to);
};

const diagnosticOf = (
  doc: Text,
  { line, column, message, severity }: EditorProblem
): Diagnostic => {
  const from = offsetOf(doc, line, column);
  const rest = doc.sliceString(from, doc.lineAt(from).to);
  const word = /^(\s*[^\s,\]}]+)/.exec(rest)?.[0].length ?? 0;
  return { from, to: from + word, message, severity };
};

/** Tab indents; after Escape it leaves the editor, until something is written again. */
const leaving: Extension = [
  keymap.of([
    {
      key: 'Escape',
      run: view => {
        view.setTabFocusMode(true);
        return true;
      },
    },
    indentWithTab,
  ]),
  EditorView.updateListener.of(({ docChanged, view }) => {
    if (docChanged) view.setTabFocusMode(false);
  }),
];

const writing = (
  onChange: (source: string) => void,
  onMeaning: (found: ReturnType<typeof meaningUnder>) => void
): Extension => [
  history(),
  closeBrackets(),
  indentOnInput(),
  schemaHelp(onMeaning),
  keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  leaving,
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged) onChange(state.doc.toString());
  }),
];

const looking: Extension = [
  EditorState.readOnly.of(true),
  keymap.of(defaultKeymap.filter(({ key }) => key !== 'Escape')),
];

/** A charter's text: to write, with completion and what is wrong beside its lines, or to read alone. */
export function CharterEditor(props: CharterEditorProps) {
  const { name, initial, readOnly = false, problems, handle } = props;
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const change = useRef(props.onChange);
  change.current = props.onChange;
  const [meaning, setMeaning] = useState<ReturnType<typeof meaningUnder>>(null);
  useEffect(() => {
    if (frame.current === null) return undefined;
    const made = new EditorView({
      parent: frame.current,
      state: EditorState.create({
        doc: initial,
        extensions: [
          lineNumbers(),
          highlightActiveLineGutter(),
          highlightActiveLine(),
          drawSelection(),
          bracketMatching(),
          yaml(),
          indentUnit.of('  '),
          EditorView.lineWrapping,
          editorLook,
          EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' }),
          ...(problems === undefined ? [] : [lintGutter()]),
          readOnly ? looking : writing(source => change.current?.(source), setMeaning),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
    // The editor keeps its own text: what it was made with is no reason to make it anew.
  }, []);
  useEffect(() => {
    const made = view.current;
    if (made === null || problems === undefined) return;
    const { doc } = made.state;
    made.dispatch(
      setDiagnostics(
        made.state,
        problems.map(problem => diagnosticOf(doc, problem))
      )
    );
  }, [problems]);
  useImperativeHandle(
    handle,
    () => ({
      goTo: (line, column) => {
        const made = view.current;
        if (made === null) return;
        const anchor = offsetOf(made.state.doc, line, column);
        made.dispatch({
          selection: { anchor },
          effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
        });
        made.focus();
      },
    }),
    []
  );
  return (
    <div className="cl-editor">
      <div
        ref={frame}
        className="cl-editor-text"
      />
      {readOnly ? null : (
        <p className="cl-editor-meaning cl-second">
          {meaning === null ? (
            text('trials.editorHint')
          ) : (
            <>
              <b>{meaning.name}</b> {meaning.meaning}
            </>
          )}
        </p>
      )}
    </div>
  );
}
