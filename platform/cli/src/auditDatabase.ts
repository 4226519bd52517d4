import type { Against } from '@corelab/record';
import type { DatabaseVerdict } from '@corelab/server';
import { CommandError, messageOf } from './command.js';

/** Verifies a database that no server is needed for; what is looked at goes to standard error. */
export async function verifyInstallation(
  place: string,
  against: Against,
  engines: string | undefined
): Promise<DatabaseVerdict> {
  const { openInstallation, enginesIn, verifyDatabase } = await import('@corelab/server');
  const installation = await openInstallation(place).catch((error: unknown) => {
    throw new CommandError('CL_DATABASE', messageOf(error));
  });
  try {
    return await verifyDatabase({
      ...{ db: installation.db, against },
      // Without a folder none is found there, which each result then says.
      engines: enginesIn(engines ?? 'engines'),
      say: line => process.stderr.write(`${line}\n`),
    });
  } catch (error) {
    throw new CommandError('CL_DATABASE', messageOf(error));
  } finally {
    await installation.close();
  }
}
