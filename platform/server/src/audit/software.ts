import { readFileSync } from 'node:fs';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
) as { version: string };

/** What every audit entry says of the program that wrote it. */
export const software = `corelab ${version}`;
