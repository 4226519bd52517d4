import type { CommandFunction, CommandsManager } from './types.js';

/** Our command context: created after the host's, so its commands win. */
export const guardContext = 'CORELAB';

/** The host's commands that remove or restore marks and don't ask whether a measurement is locked. */
export const guardedCommands = [
  'removeMeasurement',
  'deleteActiveAnnotation',
  'clearMeasurements',
  'undo',
  'redo',
] as const;

export type GuardedCommand = (typeof guardedCommands)[number];

const hostContexts = ['CORNERSTONE', 'DEFAULT', 'VIEWER', 'WORKLIST'];

export interface GuardOptions {
  /** Asked at every call, with the command's own options (a `uid` for removeMeasurement). */
  isLocked: (command: GuardedCommand, options: Readonly<Record<string, unknown>>) => boolean;
  /** Told what was refused, to say so to the reader. */
  refused: (command: GuardedCommand) => void;
  /** Takes the place of a host command while unlocked; without one the host's own runs. */
  replacements?: Partial<Record<GuardedCommand, CommandFunction>>;
}

/**
 * Lays the guards over the host's commands. Call at mode entry, when the host's contexts exist; calling again replaces
 * the earlier guards. Throws when the host has none of the names, since then nothing would be guarded.
 */
export function installCommandGuards(
  commandsManager: CommandsManager,
  options: GuardOptions
): void {
  const originals = new Map<GuardedCommand, CommandFunction>();
  for (const command of guardedCommands) {
    const original = hostContexts
      .map(context => commandsManager.getCommand(command, context))
      .find(definition => definition !== undefined);
    if (original === undefined) {
      throw new Error(`CL_HOST_COMMAND: the viewer has no command ${command} to guard.`);
    }
    originals.set(command, options.replacements?.[command] ?? original.commandFn);
  }
  commandsManager.createContext(guardContext);
  for (const [command, run] of originals) {
    commandsManager.registerCommand(guardContext, command, {
      commandFn: given => {
        if (!options.isLocked(command, given)) return run(given);
        options.refused(command);
        return undefined;
      },
    });
  }
}
