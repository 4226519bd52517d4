import { type Static, Type } from '@sinclair/typebox';
import { oneOf } from '../course/parameters.js';
import { neuroParameters, pseudoprogressionDays } from '../neuro/parameters.js';

/**
 * Texts: oncology-criteria sections 0.2 to 0.4, 9 and 16.1. `tstmDefaultMl`: what a lesion too small to measure counts
 * where the burden is volume (a sphere of 5 mm). `ntPd`: growth of a non-target is progression only by the sum it joins,
 * or as the reader judges.
 */
export const ParametersSchema = Type.Object(
  {
    ...neuroParameters,
    burden: oneOf(['area', 'volume'], 'What is summed: products of two diameters, or volumes.'),
    tstmDefaultMl: Type.Number({
      minimum: 0,
      default: 0.065,
      description:
        'Volume in millilitres of a lesion that is there but too small to measure (a sphere of 5 mm).',
    }),
    maxCe: Type.Integer({
      minimum: 1,
      maximum: 3,
      default: 2,
      description: 'Largest number of contrast-enhancing targets.',
    }),
    maxNonCe: Type.Integer({
      minimum: 1,
      default: 2,
      description: 'Largest number of non-enhancing targets.',
    }),
    ntPd: oneOf(
      ['jointSum', 'reader'],
      'Growth of a non-target: progression only by the sum it joins, or as the reader judges.'
    ),
    pseudoprogressionDays,
    confirmPd: oneOf(
      ['window', 'always'],
      'When progression waits for its confirmation: in the window after radiotherapy, or always.'
    ),
    afterPsp: oneOf(
      ['restart', 'keep'],
      'Nadir after pseudo-progression: starts again there, or is kept.'
    ),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
