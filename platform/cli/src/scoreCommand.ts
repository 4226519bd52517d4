import { parseArgs } from 'node:util';
import { score, ScoreError, ScoreInput, ScoreOutput } from '@corelab/scores';
import type { Command } from './command.js';
import { evaluateInput, type Evaluation } from './evaluateInput.js';

/** score checks the shape of what it gets itself. */
function evaluate(input: unknown): Evaluation {
  try {
    return { output: score(input), refused: false };
  } catch (error) {
    if (!(error instanceof ScoreError)) throw error;
    const { code, at, message } = error;
    return { output: { error: { code, at, message } }, refused: true };
  }
}

/** `corelab score`: the answers of one form, or an array of them. */
export const scoreCommand: Command = {
  schema: { input: ScoreInput, output: ScoreOutput },
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return evaluateInput(values.input, evaluate);
  },
};
