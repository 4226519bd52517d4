import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const isId = /^[0-9a-f-]{36}$/;

/** The file with the audit key of a trial that came from another installation. */
export const trialKeyFile = (folder: string, trialId: string): string => {
  if (!isId.test(trialId)) throw new TypeError('not the id of a trial');
  return join(folder, `${trialId}.audit-key`);
};

/**
 * Audit keys of trials that came from other installations; another process may bring one at any time, so that only what is
 * there is remembered.
 */
export const trialKeysIn = (folder: string): ((trialId: string) => string | null) => {
  const known = new Map<string, string>();
  return trialId => {
    const found = known.get(trialId);
    if (found !== undefined) return found;
    let text: string;
    try {
      text = readFileSync(trialKeyFile(folder, trialId), 'utf8').trim();
    } catch (reason) {
      if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw reason;
    }
    known.set(trialId, text);
    return text;
  };
};
