import { describe, expect, it } from '@jest/globals';
import { guardedCommands, installCommandGuards } from './commandGuards.js';
import type { CommandFunction, CommandsManager } from './types.js';

/** The host's manager in small: contexts searched newest first. */
function commandsManager(hostCommands: readonly string[]) {
  const contexts: { name: string; commands: Map<string, { commandFn: CommandFunction }> }[] = [];
  const ran: string[] = [];
  const manager: CommandsManager = {
    createContext: name => {
      const known = contexts.find(context => context.name === name);
      if (known !== undefined) known.commands.clear();
      else contexts.unshift({ name, commands: new Map() });
    },
    registerCommand: (context, name, definition) => {
      contexts.find(candidate => candidate.name === context)?.commands.set(name, definition);
    },
    getCommand: (name, context) =>
      contexts
        .filter(candidate => context === undefined || candidate.name === context)
        .find(candidate => candidate.commands.has(name))
        ?.commands.get(name),
    runCommand: (name, options = {}) => manager.getCommand(name)?.commandFn(options),
  };
  manager.createContext('CORNERSTONE');
  for (const name of hostCommands) {
    manager.registerCommand('CORNERSTONE', name, { commandFn: () => ran.push(name) });
  }
  return { manager, ran };
}

describe('installCommandGuards', () => {
  it('refuses every command that removes or restores marks while locked', () => {
    const { manager, ran } = commandsManager(guardedCommands);
    const refused: string[] = [];
    installCommandGuards(manager, {
      isLocked: () => true,
      refused: command => refused.push(command),
    });
    guardedCommands.forEach(command => manager.runCommand(command));
    expect(ran).toEqual([]);
    expect(refused).toEqual([...guardedCommands]);
  });

  it('runs the host command while unlocked, asking at every call', () => {
    const { manager, ran } = commandsManager(guardedCommands);
    let locked = false;
    installCommandGuards(manager, { isLocked: () => locked, refused: () => undefined });
    manager.runCommand('undo');
    locked = true;
    manager.runCommand('undo');
    expect(ran).toEqual(['undo']);
  });

  it('runs a replacement instead, and can be installed again', () => {
    const { manager, ran } = commandsManager(guardedCommands);
    const own: string[] = [];
    const options = {
      isLocked: () => false,
      refused: () => undefined,
      replacements: { undo: () => own.push('undo') },
    };
    installCommandGuards(manager, options);
    installCommandGuards(manager, options);
    manager.runCommand('undo');
    expect([own, ran]).toEqual([['undo'], []]);
  });

  it('says which command the host lacks', () => {
    const { manager } = commandsManager(['removeMeasurement']);
    const install = () =>
      installCommandGuards(manager, { isLocked: () => true, refused: () => undefined });
    expect(install).toThrow('CL_HOST_COMMAND: the viewer has no command deleteActiveAnnotation');
  });
});
