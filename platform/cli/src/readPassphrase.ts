import { text } from 'node:stream/consumers';
import { UsageError } from './command.js';

/** What secrets are encrypted with: CORELAB_PASSPHRASE, or else the first line of standard input. */
export async function readPassphrase(): Promise<string> {
  const given =
    process.env.CORELAB_PASSPHRASE ||
    (process.stdin.isTTY ? '' : (await text(process.stdin)).split(/\r?\n/, 1)[0]);
  if (!given) {
    throw new UsageError(
      'CL_PASSPHRASE_NEEDED',
      'the secrets need a passphrase: on standard input, or in CORELAB_PASSPHRASE'
    );
  }
  return given;
}
