import { useState, type ReactNode } from 'react';
import { text } from '@corelab/ui';
import { ActForm } from '../parts/ActForm.js';
import { TextInput } from '../parts/TextInput.js';

export interface AuthorityFormProps {
  /** A verb with its object, which names the effect. */
  act: string;
  /** Whether what is above says enough for it. */
  ready: boolean;
  busy: boolean;
  error: unknown;
  onAct(said: { readonly authority: string; readonly reason: string }): void;
  onCancel(): void;
  /** What is decided, in fields of its own. */
  children?: ReactNode;
}

/** An act that stands on somebody's word and needs a reason, in the place where it was begun. */
export function AuthorityForm({ ready, onAct, children, ...props }: AuthorityFormProps) {
  const [authority, setAuthority] = useState('');
  return (
    <ActForm
      {...props}
      ready={ready && authority.trim() !== ''}
      onAct={({ reason }) => onAct({ authority: authority.trim(), reason })}
    >
      {children}
      <div>
        <TextInput
          label={text('intake.authority')}
          value={authority}
          onChange={setAuthority}
        />
        <p className="cl-second">{text('intake.authorityHint')}</p>
      </div>
    </ActForm>
  );
}
