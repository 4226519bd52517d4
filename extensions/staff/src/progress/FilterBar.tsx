import { useEffect, useState } from 'react';
import { text } from '@corelab/ui';
import { TextInput } from '../parts/TextInput.js';
import { standingName } from './MatrixCell.js';
import { isFiltered, noFilter, type ProgressFilter } from './progressFilter.js';
import { isStanding, standings } from './standings.js';

/** Pause in typing after which the letters are asked for, in milliseconds. */
const pause = 400;

interface ChoiceProps {
  label: string;
  value: string | null;
  options: readonly (readonly [value: string, name: string])[];
  onChange(value: string | null): void;
}

/** One of some values, or any. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  // What the address names is shown, also before it is known, or when it is no more.
  const unknown = value !== null && options.every(([one]) => one !== value);
  return (
    <label className="cl-field">
      <span className="cl-label">{label}</span>
      <select
        className="cl-select"
        value={value ?? ''}
        onChange={event => onChange(event.target.value || null)}
      >
        <option value="">{text('progress.any')}</option>
        {unknown ? <option value={value}>{value}</option> : null}
        {options.map(([one, name]) => (
          <option
            key={one}
            value={one}
          >
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Letters that are asked for once typing pauses. */
export function Letters({ value, onChange }: { value: string; onChange(letters: string): void }) {
  const [letters, setLetters] = useState(value);
  useEffect(() => setLetters(value), [value]);
  useEffect(() => {
    if (letters.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(letters.trim()), pause);
    return () => clearTimeout(timer);
  }, [letters, value, onChange]);
  return (
    <TextInput
      label={text('progress.letters')}
      type="search"
      value={letters}
      onChange={setLetters}
    />
  );
}

export interface FilterBarProps {
  filter: ProgressFilter;
  sites: readonly string[];
  readers: readonly string[];
  onChange(filter: ProgressFilter): void;
}

/** Which subjects the matrix is about. */
export function FilterBar({ filter, sites, readers, onChange }: FilterBarProps) {
  const same = (one: string) => [one, one] as const;
  return (
    <div
      className="cl-tools cl-filters"
      role="group"
      aria-label={text('progress.filters')}
    >
      <Letters
        value={filter.text ?? ''}
        onChange={letters => onChange({ ...filter, text: letters || null })}
      />
      <Choice
        label={text('progress.site')}
        value={filter.site}
        options={sites.map(same)}
        onChange={site => onChange({ ...filter, site })}
      />
      <Choice
        label={text('progress.reader')}
        value={filter.reader}
        options={readers.map(same)}
        onChange={reader => onChange({ ...filter, reader })}
      />
      <Choice
        label={text('progress.state')}
        value={filter.state}
        options={standings.map(one => [one, standingName(one)])}
        onChange={state =>
          onChange({ ...filter, state: state !== null && isStanding(state) ? state : null })
        }
      />
      {(['late', 'stuck'] as const).map(flag => (
        <button
          key={flag}
          type="button"
          className="cl-button"
          aria-pressed={filter[flag]}
          onClick={() => onChange({ ...filter, [flag]: !filter[flag] })}
        >
          {text(flag === 'late' ? 'progress.lateOnly' : 'progress.stuckOnly')}
        </button>
      ))}
      {isFiltered(filter) ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => onChange(noFilter)}
        >
          {text('progress.clear')}
        </button>
      ) : null}
    </div>
  );
}
