import { text } from '@corelab/ui';
import { OnceShown } from '../parts/OnceShown.js';

/** A one-time password, shown this once. */
export function OneTimePassword({ user, password }: { user: string; password: string }) {
  return (
    <OnceShown
      title={text('people.password', { user, password })}
      secret={password}
      hint={text('people.passwordHint')}
      inTitle
    />
  );
}
