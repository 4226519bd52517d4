import { useState, type ReactNode } from 'react';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm, type ActGiven } from './ActForm.js';
import { Choice } from './Choice.js';

/** What is given with a signature. */
export interface Signed extends ActGiven {
  readonly meaning: string;
}

export interface SignFormProps {
  /** A verb with its object, which names the effect. */
  act: string;
  meanings: readonly string[];
  /** What will happen, in words. */
  effect?: string;
  /** Label of the reason; null where the signature needs none. */
  reason?: string | null;
  /** Whether the fields above the name are filled in. */
  ready: boolean;
  busy: boolean;
  error: unknown;
  onSign(signed: Signed): void;
  onCancel?(): void;
  /** Fields above the name. */
  children?: ReactNode;
}

/** An act that is signed: by whom, what it means, why, and the password again. */
export function SignForm({ meanings, ready, onSign, children, ...props }: SignFormProps) {
  const { session } = useTrialRoom();
  const [meaning, setMeaning] = useState(meanings.length === 1 ? (meanings[0] ?? null) : null);
  return (
    <ActForm
      {...props}
      ready={ready && meaning !== null}
      password
      onAct={given => (meaning === null ? undefined : onSign({ ...given, meaning }))}
    >
      {children}
      <p>
        <span className="cl-second">{text('sign.name')}</span> <b>{session.name}</b>
      </p>
      <Choice
        legend={text('sign.meaning')}
        value={meaning}
        values={meanings}
        onChange={setMeaning}
        nameOf={one => one}
      />
    </ActForm>
  );
}
