import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, oneOf } from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 1, 5 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    prCarry: oneOf(
      ['none', 'faq'],
      'Partial response that is no longer 30 % below the baseline: none, rated by its sum; faq, stays one until progression.'
    ),
    reappearAfterCr: oneOf(
      ['pd', 'sumRule'],
      'Disease back after a complete response: pd, progression; sumRule, by the sum alone.'
    ),
    ntPd: oneOf(['reader'], "What makes non-targets progression: the reader's judgement."),
    pdAbsMm: Type.Number({
      minimum: 0,
      default: 0,
      description:
        'Growth over the nadir in mm that progression also needs; the 2010 text has none, RECIST 1.1 has 5.',
    }),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
