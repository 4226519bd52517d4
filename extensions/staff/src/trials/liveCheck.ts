import { useEffect, useState } from 'react';
import { loadCharter, type CharterError } from '@corelab/charter';

/** What the browser itself says of a text; `of` is the text it speaks of. */
export interface LiveCheck {
  readonly of: string;
  readonly errors: readonly CharterError[];
  readonly findings: readonly CharterError[];
  /** The trial that the charter names; null while it has errors. */
  readonly trial: string | null;
}

/** What there is to say of a text without the server. */
export function checkText(source: string): LiveCheck {
  const loaded = loadCharter(source);
  return loaded.ok
    ? { of: source, errors: [], findings: loaded.findings, trial: loaded.charter.trial.id }
    : { of: source, errors: loaded.errors, findings: [], trial: null };
}

/** Long enough not to check at every letter. */
const pauseMs = 300;

/** The same while it is written: a pause after the last change. */
export function useLiveCheck(source: string): LiveCheck {
  const [check, setCheck] = useState(() => checkText(source));
  useEffect(() => {
    if (check.of === source) return undefined;
    const timer = setTimeout(() => setCheck(checkText(source)), pauseMs);
    return () => clearTimeout(timer);
  }, [source, check]);
  return check;
}
