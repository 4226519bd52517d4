import { ActForm } from './ActForm.js';

export interface ReasonFormProps {
  /** A verb with its object, which names the effect. */
  act: string;
  /** What the words are, where they are more than a reason. */
  label?: string;
  busy: boolean;
  error: unknown;
  onAct(reason: string): void;
  onCancel(): void;
}

/** An act that needs a reason, in the place where it was begun. */
export function ReasonForm({ onAct, label, ...props }: ReasonFormProps) {
  return (
    <ActForm
      {...props}
      {...(label === undefined ? {} : { reason: label })}
      onAct={({ reason }) => onAct(reason)}
    />
  );
}
