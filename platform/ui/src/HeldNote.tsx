import { isInsistable, type ToldFinding } from '@corelab/identity';
import { text } from './text.js';

/** A text that looks like identity and was not kept; it waits in its field. */
export interface HeldWords {
  /** What was found in the text that the field shows. */
  found: readonly ToldFinding[];
  /** Takes the text as it is, on its writer's word; missing where the trial itself knows what it names. */
  onInsist?: () => void;
  onDrop?: () => void;
}

export interface HeldNoteProps {
  id: string;
  held: HeldWords;
  /** What was found is in these words. */
  words: string;
  /** Back into the field, with what was found selected; missing where the field is right there. */
  onChange?: () => void;
}

const told = 3;

/** Under a field: what was found in its text, what to do, and the three ways out. */
export function HeldNote({ id, held, words, onChange }: HeldNoteProps) {
  const { found, onInsist, onDrop } = held;
  const insistable = onInsist !== undefined && found.every(isInsistable);
  return (
    <div className="cl-held">
      <div
        id={id}
        role="alert"
      >
        {found.slice(0, told).map(({ kind, from, to }) => (
          <p
            key={from}
            className="cl-stop"
            data-found={kind}
          >
            {text(`identity.${kind}`, { words: words.slice(from, to) })}
          </p>
        ))}
        <p>{text(insistable ? 'identity.orInsist' : 'identity.takeOut')}</p>
      </div>
      <div className="cl-row cl-wrap">
        {onChange === undefined ? null : (
          <button
            type="button"
            className="cl-button"
            data-act="changeText"
            onClick={onChange}
          >
            {text('identity.change')}
          </button>
        )}
        {insistable ? (
          <button
            type="button"
            className="cl-button"
            data-act="insist"
            onClick={onInsist}
          >
            {text('identity.insist')}
          </button>
        ) : null}
        {onDrop === undefined ? null : (
          <button
            type="button"
            className="cl-button cl-button-quiet"
            data-act="dropText"
            onClick={onDrop}
          >
            {text('identity.drop')}
          </button>
        )}
      </div>
    </div>
  );
}
