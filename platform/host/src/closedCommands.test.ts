import { describe, expect, it } from '@jest/globals';
import { closeCommands, closedCommands } from './closedCommands.js';
import type { CommandFunction, CommandsManager } from './types.js';

function hostCommands(contexts: Record<string, string[]>) {
  const ran: string[] = [];
  const known = new Map<string, Map<string, { commandFn: CommandFunction }>>();
  for (const [context, names] of Object.entries(contexts)) {
    const run = (name: string) => ({ commandFn: () => ran.push(`${context} ${name}`) });
    known.set(context, new Map(names.map(name => [name, run(name)])));
  }
  const manager: CommandsManager = {
    runCommand: (name, options = {}, context = '') =>
      known.get(context)?.get(name)?.commandFn(options),
    createContext: context => void known.set(context, new Map()),
    registerCommand: (context, name, definition) => void known.get(context)?.set(name, definition),
    getCommand: (name, context = '') => known.get(context)?.get(name),
  };
  return { manager, ran };
}

const contexts = {
  CORNERSTONE: ['downloadSegmentation', 'setToolActiveToolbar'],
  SEGMENTATION: ['downloadSegmentation'],
};

describe('closeCommands', () => {
  it('closes a command in every context that has it, and no other', () => {
    const { manager, ran } = hostCommands(contexts);
    expect(closeCommands(manager)).toEqual([
      'CORNERSTONE downloadSegmentation',
      'SEGMENTATION downloadSegmentation',
    ]);
    manager.runCommand('downloadSegmentation', {}, 'CORNERSTONE');
    manager.runCommand('downloadSegmentation', {}, 'SEGMENTATION');
    manager.runCommand('setToolActiveToolbar', {}, 'CORNERSTONE');
    expect(ran).toEqual(['CORNERSTONE setToolActiveToolbar']);
  });

  it('leaves what a mode needs', () => {
    const { manager, ran } = hostCommands(contexts);
    expect(closeCommands(manager, ['downloadSegmentation'])).toEqual([]);
    manager.runCommand('downloadSegmentation', {}, 'SEGMENTATION');
    expect(ran).toEqual(['SEGMENTATION downloadSegmentation']);
  });

  it('names each command once', () => {
    expect(new Set(closedCommands).size).toBe(closedCommands.length);
  });
});
