import { parseArgs } from 'node:util';
import {
  assess,
  assessmentSchemas,
  combine,
  CriterionError,
  criterionSchemas,
  type AssessmentInput,
  type CombineInput,
} from '@corelab/criteria';
import type { Command } from './command.js';
import { evaluateInput, type Evaluation } from './evaluateInput.js';

interface Refusal {
  readonly error: { readonly code: string; readonly path: string; readonly message: string };
}

/** assess and combine check the shape of what they get themselves. */
function evaluate(input: unknown, combining: boolean, trace: boolean): Evaluation {
  try {
    const output = combining
      ? combine(input as CombineInput)
      : assess(input as AssessmentInput, { trace });
    return { output, refused: false };
  } catch (error) {
    if (!(error instanceof CriterionError)) throw error;
    const { code, path, message } = error;
    return { output: { error: { code, path, message } } satisfies Refusal, refused: true };
  }
}

/**
 * `corelab assess`: one subject or an array of them under one criterion; `--combine` for the table alone, `--no-trace`
 * without the reasons.
 */
export const assessCommand: Command = {
  schema: { ...assessmentSchemas, criteria: criterionSchemas() },
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        input: { type: 'string' },
        combine: { type: 'boolean', default: false },
        'no-trace': { type: 'boolean', default: false },
      },
    });
    const trace = !values['no-trace'];
    return evaluateInput(values.input, one => evaluate(one, values.combine, trace));
  },
};
