import { useId } from 'react';

export interface Option {
  readonly value: string;
  readonly name: string;
}

export interface LabelledSelectProps {
  label: string;
  value: string;
  options: readonly Option[];
  onChange(value: string): void;
}

/** A choice of a form, under its label. */
export function LabelledSelect({ label, value, options, onChange }: LabelledSelectProps) {
  const id = useId();
  return (
    <div className="cl-field">
      <label
        htmlFor={id}
        className="cl-label"
      >
        {label}
      </label>
      <select
        id={id}
        className="cl-select"
        value={value}
        onChange={event => onChange(event.target.value)}
      >
        {options.map(one => (
          <option
            key={one.value}
            value={one.value}
          >
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
