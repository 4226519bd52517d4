import type { Against } from '@corelab/record';
import { CommandError, messageOf, type CommandResult } from './command.js';

/** Verifies a database that no server is needed for; what is looked at goes to standard error. */
export async function verifyInstallation(
  place: string,
  against: Against,
  engines: string | undefined
): Promise<CommandResult> {
  const { openInstallation, enginesIn, verifyDatabase } = await import('@corelab/server');
  const installation = await openInstallation(place).catch((error: unknown) => {
    throw new CommandError('CL_DATABASE', messageOf(error));
  });
  try {
    const verdict = await verifyDatabase({
      ...{ db: installation.db, against },
      // Without a folder none is found there, which each result then says.
      engines: enginesIn(engines ?? 'engines'),
      say: line => process.stderr.write(`${line}\n`),
    });
    return { exitCode: verdict.ok ? 0 : 1, output: verdict };
  } catch (error) {
    throw new CommandError('CL_DATABASE', messageOf(error));
  } finally {
    await installation.close();
  }
}
