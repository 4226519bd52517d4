import { text } from 'node:stream/consumers';
import { UsageError } from './command.js';

/**
 * The password that a signature asks for: CORELAB_PASSWORD, or else the first line of standard input. It is no argument,
 * because arguments are seen by everybody on the machine.
 */
export async function readPassword(): Promise<string> {
  const given =
    process.env.CORELAB_PASSWORD ||
    (process.stdin.isTTY ? '' : (await text(process.stdin)).split(/\r?\n/, 1)[0]);
  if (!given) {
    throw new UsageError(
      'CL_PASSWORD_NEEDED',
      'a signature needs your password: on standard input, or in CORELAB_PASSWORD'
    );
  }
  return given;
}
