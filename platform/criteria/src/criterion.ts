import type { TSchema } from '@sinclair/typebox';
import type { AssessmentInput, AssessmentOutput, CombineInput } from './schemas.js';

export type CriterionErrorCode =
  | 'CL_CRITERION_UNKNOWN'
  | 'CL_ASSESSMENT_INPUT'
  | 'CL_PARAMETER'
  | 'CL_DATE'
  | 'CL_LESION_DUPLICATE'
  | 'CL_TIMEPOINT_DUPLICATE'
  | 'CL_TIMEPOINT_ORDER'
  | 'CL_RESPONSE_UNKNOWN';

/** Input an engine can't use. `path` is a JSON pointer into the input that was given. */
export class CriterionError extends Error {
  readonly code: CriterionErrorCode;
  readonly path: string;

  constructor(code: CriterionErrorCode, path: string, message: string) {
    super(message);
    this.name = 'CriterionError';
    this.code = code;
    this.path = path;
  }
}

/**
 * One published response criterion. `assess` takes one subject whose shape was already checked and rates every
 * timepoint; `combine` is the published combination table alone. Both throw CriterionError on input they can't use.
 */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** Schema of `parameters`, every key optional with its default. */
  readonly parameters: TSchema;
  assess(input: AssessmentInput): AssessmentOutput;
  combine(components: CombineInput['components']): string;
}
