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

const sides = ['mine', 'theirs'] as const;

/** Row by row mine and theirs, side by side; no row is chosen by the program. */
export function ConflictSheet({ rows, onTake }: ConflictSheetProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, ConflictChoice>>(new Map());
  const left = rows.filter(({ id }) => !choices.has(id)).length;
  const chooseAll = (choice: ConflictChoice): void =>
    setChoices(new Map(rows.map(({ id }) => [id, choice])));
  return (
    <section
      className="cl-sheet"
      role="alert"
      aria-label={text('conflict.title')}
    >
      <h2 className="cl-heading">{text('conflict.title')}</h2>
      <p className="cl-second">{text(rows.length === 0 ? 'conflict.sameRows' : 'conflict.what')}</p>
      {rows.map(row => (
        <fieldset
          key={row.id}
          className="cl-fieldset"
          data-conflict={row.id}
        >
          <legend className="cl-label">{row.label}</legend>
          <div className="cl-sides">
            {sides.map(side => (
              <label
                key={side}
                className="cl-choice"
              >
                <input
                  type="radio"
                  name={`cl-conflict-${row.id}`}
                  checked={choices.get(row.id) === side}
                  onChange={() => setChoices(new Map(choices).set(row.id, side))}
                />
                <span>
                  <span className="cl-second">{text(`conflict.${side}`)}</span>{' '}
                  <span className="cl-numbers">{row[side]}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="cl-row cl-wrap cl-end">
        {rows.length < 2
          ? null
          : sides.map(side => (
              <button
                key={side}
                type="button"
                className="cl-button cl-button-quiet"
                data-all={side}
                onClick={() => chooseAll(side)}
              >
                {text(side === 'mine' ? 'conflict.allMine' : 'conflict.allTheirs')}
              </button>
            ))}
        <span
          className="cl-second"
          role="status"
        >
          {left === 0 ? '' : text('conflict.left', { count: left })}
        </span>
        <button
          type="button"
          className="cl-button cl-button-primary"
          aria-disabled={left > 0}
          data-act="take"
          onClick={() => {
            if (left === 0) onTake(choices);
          }}
        >
          {text('conflict.take')}
        </button>
      </div>
    </section>
  );
}
