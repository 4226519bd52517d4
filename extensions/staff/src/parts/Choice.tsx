import { useId } from 'react';

export interface ChoiceProps<Value extends string> {
  legend: string;
  value: Value | null;
  values: readonly Value[];
  onChange(value: Value): void;
  nameOf(value: Value): string;
  /** What each means, below it. */
  hintOf?(value: Value): string;
}

/** One of a few values, all of them in sight. Nothing is chosen until somebody has, where `value` is null. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, value, values, onChange, nameOf, hintOf } = props;
  const name = useId();
  return (
    <fieldset className={hintOf === undefined ? 'cl-fieldset' : 'cl-fieldset cl-form cl-tight'}>
      <legend className="cl-label">{legend}</legend>
      {values.map(one => (
        <label
          key={one}
          className={hintOf === undefined ? 'cl-choice' : 'cl-choice cl-choice-long'}
        >
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === value}
            onChange={() => onChange(one)}
          />
          <span>
            {nameOf(one)}
            {hintOf === undefined ? null : <span className="cl-second cl-hint">{hintOf(one)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
