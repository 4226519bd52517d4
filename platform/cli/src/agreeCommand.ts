import { parseArgs } from 'node:util';
import { agree, AgreementError, type AgreementInput, agreementSchemas } from '@corelab/agreement';
import type { Command } from './command.js';
import { evaluateInput, type Evaluation } from './evaluateInput.js';

interface Refusal {
  readonly error: { readonly code: string; readonly path: string; readonly message: string };
}

/** agree checks the shape of what it gets itself. What is not estimable is a result, not a refusal. */
function evaluate(input: unknown): Evaluation {
  try {
    return { output: agree(input as AgreementInput), refused: false };
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    const { code, path, message } = error;
    return { output: { error: { code, path, message } } satisfies Refusal, refused: true };
  }
}

/** `corelab agree`: one statistic of reader agreement, or an array of them. */
export const agreeCommand: Command = {
  schema: agreementSchemas,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return evaluateInput(values.input, evaluate);
  },
};
