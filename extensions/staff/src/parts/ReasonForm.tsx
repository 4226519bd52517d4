import { ActForm } from './ActForm.js';

export interface ReasonFormProps {
  /** A verb with its object, which names the effect. */
  act: string;
  busy: boolean;
  error: unknown;
  onAct(reason: string): void;
  onCancel(): void;
}

/** An act that needs a reason, in the place where it was begun. */
export function ReasonForm({ onAct, ...props }: ReasonFormProps) {
  return (
    <ActForm
      {...props}
      onAct={({ reason }) => onAct(reason)}
    />
  );
}
