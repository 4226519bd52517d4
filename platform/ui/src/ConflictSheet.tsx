import { useState } from 'react';
import { text } from './text.js';

export interface ConflictRow {
  id: string;
  label: string;
  mine: string;
  theirs: string;
}

export type ConflictChoice = 'mine' | 'theirs';

export interface ConflictSheetProps {
  rows: readonly ConflictRow[];
  onTake(choices: ReadonlyMap<string, ConflictChoice>): void;
}

/** Row by row mine and theirs; nothing is dropped without being chosen. */
export function ConflictSheet({ rows, onTake }: ConflictSheetProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, ConflictChoice>>(new Map());
  const chosen = (id: string): ConflictChoice => choices.get(id) ?? 'mine';
  const choose = (id: string, choice: ConflictChoice): void =>
    setChoices(new Map(choices).set(id, choice));
  return (
    <section
      className="cl-sheet"
      role="alert"
      aria-label={text('conflict.title')}
    >
      <h2 className="cl-heading">{text('conflict.title')}</h2>
      {rows.length === 0 ? <p>{text('conflict.sameRows')}</p> : null}
      {rows.map(row => (
        <fieldset
          key={row.id}
          className="cl-fieldset"
        >
          <legend className="cl-label">{row.label}</legend>
          {(['mine', 'theirs'] as const).map(side => (
            <label
              key={side}
              className="cl-choice"
            >
              <input
                type="radio"
                name={`cl-conflict-${row.id}`}
                checked={chosen(row.id) === side}
                onChange={() => choose(row.id, side)}
              />
              <span className="cl-second">{text(`conflict.${side}`)}</span>{' '}
              <span className="cl-numbers">{row[side]}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="cl-row cl-end">
        <button
          type="button"
          className="cl-button cl-button-primary"
          onClick={() => onTake(new Map(rows.map(({ id }) => [id, chosen(id)])))}
        >
          {text('conflict.take')}
        </button>
      </div>
    </section>
  );
}
