import { parseArgs } from 'node:util';
import { EndpointError, endpoints, endpointSchemas } from '@corelab/endpoints';
import type { Command } from './command.js';
import { evaluateInput, type Evaluation } from './evaluateInput.js';

interface Refusal {
  readonly error: {
    readonly code: string;
    readonly path: string;
    readonly subject: string | null;
    readonly message: string;
  };
}

/** endpoints checks the shape of what it gets itself. */
function evaluate(input: unknown): Evaluation {
  try {
    return { output: endpoints(input), refused: false };
  } catch (error) {
    if (!(error instanceof EndpointError)) throw error;
    const { code, path, subject, message } = error;
    return { output: { error: { code, path, subject, message } } satisfies Refusal, refused: true };
  }
}

/** `corelab endpoints`: one set of subjects or an array of them. */
export const endpointsCommand: Command = {
  schema: endpointSchemas,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { input: { type: 'string' } } });
    return evaluateInput(values.input, evaluate);
  },
};
