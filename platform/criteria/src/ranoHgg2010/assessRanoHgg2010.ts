import { parametersOf } from '../course/parameters.js';
import { assessByAreas } from '../neuro/assessNeuro.js';
import type { NeuroTables } from '../neuro/overall.js';
import { ranoSize, ranoSteroids } from '../neuro/sizeTables.js';
import type { RatedSubject } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { ParametersSchema } from './parameters.js';
import { treatmentEffectOf } from './treatmentEffect.js';

export const id = 'rano-hgg-2010';

const paper = 'Wen 2010 (RANO high-grade glioma)';

export const tables: NeuroTables = {
  size: ranoSize,
  steroids: ranoSteroids,
  usesT2Flair: true,
  source: `${paper} Tables 3 and 4`,
};

/** RANO 2010 for one subject; products of enhancing lesions in mm². */
export function assessRanoHgg2010(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf(id, ParametersSchema, input.parameters);
  return assessByAreas(input, parameters, {
    id,
    tables,
    size: {
      pdPercent: 25n,
      prPercent: 50n,
      mrPercent: null,
      pdReference: 'nadir',
      source: `${paper} Table 3`,
    },
    limits: {
      source: `${paper}, measurability and number of lesions`,
      measurableFromMm: 10,
      most: () => parameters.maxTargets,
    },
    nonTargetNe: parameters.nonTargetNe,
    treatmentEffect: treatmentEffectOf(parameters),
  });
}
