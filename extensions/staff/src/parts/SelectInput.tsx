export interface SelectInputProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange(value: string): void;
}

/** A labelled choice of a form. */
export function SelectInput({ label, value, options, onChange }: SelectInputProps) {
  return (
    <label className="cl-field">
      <span className="cl-label">{label}</span>
      <select
        className="cl-select"
        value={value}
        onChange={event => onChange(event.target.value)}
      >
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
