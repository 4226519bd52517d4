import { finding } from '../course/baselineFindings.js';
import { parametersOf } from '../course/parameters.js';
import { assessByAreas } from '../neuro/assessNeuro.js';
import type { NeuroTables } from '../neuro/overall.js';
import type { RatedSubject } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { size, steroids } from './grid.js';
import { ParametersSchema } from './parameters.js';

export const id = 'macdonald';

const paper = 'Macdonald 1990, response criteria';

export const tables: NeuroTables = { size, steroids, usesT2Flair: false, source: paper };

/** Macdonald's criteria for one subject; products of every enhancing lesion in mm². */
export function assessMacdonald(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf(id, ParametersSchema, input.parameters);
  return assessByAreas(input, parameters, {
    id,
    tables,
    size: {
      pdPercent: 25n,
      prPercent: 50n,
      mrPercent: null,
      pdReference: parameters.macPdRef,
      source: paper,
    },
    limits: { source: paper, measurableFromMm: null, most: () => Infinity },
    nonTargetNe: 'keep',
    nonTarget: category => {
      if (category !== 'PD') return { category, findings: [] };
      const text =
        'Macdonald measures every enhancing lesion: progression of an unmeasured one is not decided; measure it.';
      return {
        category: 'NON-CR/NON-PD',
        findings: [finding('nonTarget.notMeasured', 'block', null, text, paper)],
      };
    },
  });
}
