import type { CommandResult } from './command.js';
import { readJson } from './readInput.js';

/** What an engine made of one input; `refused` when it could not use it. */
export interface Evaluation {
  readonly output: unknown;
  readonly refused: boolean;
}

/** One input, or an array of them in order, from a file or standard input: exit 1 when one was refused. */
export async function evaluateInput(
  path: string | undefined,
  evaluate: (input: unknown) => Evaluation
): Promise<CommandResult> {
  const input = await readJson(path);
  const many = Array.isArray(input);
  const results = (many ? (input as unknown[]) : [input]).map(one => evaluate(one));
  return {
    exitCode: results.some(({ refused }) => refused) ? 1 : 0,
    output: many ? results.map(({ output }) => output) : results[0]?.output,
  };
}
