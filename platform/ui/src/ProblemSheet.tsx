import { LateNote } from './LateNote.js';
import { useState } from 'react';
import { Field } from './Field.js';
import { text, type TextKey } from './text.js';
import { useTypedWords, type RefusedWordsView, type TypedWords } from './useTypedWords.js';

export const problemKinds = [
  'missingSeries',
  'wrongSubject',
  'identifyingInformation',
  'criticalFinding',
] as const;
export const signedProblemKinds = [
  'correction',
  'identifyingInformation',
  'criticalFinding',
] as const;
export type ProblemSheetKind = (typeof problemKinds)[number] | (typeof signedProblemKinds)[number];

export interface ProblemSheetProps {
  /** What is read or decided in the case. */
  of: 'read' | 'decision';
  /** A signed read can be told of other things, and keeps its signature. */
  signed: boolean;
  sending: boolean;
  /** Why the last try failed, already a sentence. */
  error: string | null;
  /** What the server found in the words of the last try. */
  refused?: RefusedWordsView | null;
  onFlag(kind: ProblemSheetKind, words: string, notIdentity: TypedWords['notIdentity']): void;
  onCancel(): void;
}

function consequence(kind: ProblemSheetKind, signed: boolean, of: 'read' | 'decision'): TextKey {
  if (kind === 'identifyingInformation') return 'problem.suspends';
  if (signed) return 'problem.signedStays';
  return of === 'read' ? 'problem.holds' : 'problem.holdsDecision';
}

function kindKey(kind: ProblemSheetKind, of: 'read' | 'decision'): TextKey {
  return kind === 'correction' && of === 'decision'
    ? 'problem.kind.correctionDecision'
    : `problem.kind.${kind}`;
}

/** Unfolds upward inside the panel: what is wrong, in the reader's words, and what flagging it does. */
export function ProblemSheet(props: ProblemSheetProps) {
  const { of, signed, sending, error, onFlag, onCancel } = props;
  const kinds: readonly ProblemSheetKind[] = signed ? signedProblemKinds : problemKinds;
  const [kind, setKind] = useState<ProblemSheetKind>(kinds[0] ?? 'correction');
  const { words, held, notIdentity, take } = useTypedWords('/text', props.refused);
  const [empty, setEmpty] = useState(false);
  const flag = (): void => {
    setEmpty(words === '');
    if (words !== '' && held === null && !sending) {
      onFlag(kind, words, notIdentity);
    }
  };
  return (
    <section
      className="cl-sheet"
      aria-label={text('problem.title')}
      data-sheet="problem"
    >
      <h2 className="cl-heading">{text('problem.title')}</h2>
      <fieldset className="cl-fieldset">
        <legend className="cl-label">{text('problem.kind')}</legend>
        {kinds.map(choice => (
          <label
            key={choice}
            className="cl-choice"
          >
            <input
              type="radio"
              name="cl-problem"
              value={choice}
              checked={choice === kind}
              onChange={() => setKind(choice)}
            />
            {text(kindKey(choice, of))}
          </label>
        ))}
      </fieldset>
      <Field
        label={text('problem.text')}
        value={words}
        multiline
        autoFocus
        error={empty && words === '' ? text('problem.textNeeded') : null}
        held={held}
        onCommit={take}
      />
      {of === 'decision' ? <p className="cl-second">{text('problem.withoutReads')}</p> : null}
      <p className="cl-second">{text(consequence(kind, signed, of))}</p>
      <LateNote waiting={sending} />
      {error === null ? null : (
        <p
          role="alert"
          className="cl-stop"
        >
          {error}
        </p>
      )}
      <div className="cl-row cl-end">
        <button
          type="button"
          className="cl-button"
          onClick={onCancel}
        >
          {text('sign.cancel')} <kbd className="cl-key">Esc</kbd>
        </button>
        <button
          type="button"
          className="cl-button cl-button-primary"
          data-act="flag"
          disabled={sending}
          onClick={flag}
        >
          {text(sending ? 'problem.sending' : 'problem.send')}
        </button>
      </div>
    </section>
  );
}
