import { Type } from '@sinclair/typebox';
import type { Criterion } from '../criterion.js';
import { assessPcwg3 } from './assessPcwg3.js';
import { combinePcwg3, ComponentsSchema, pcwg3Tables } from './grid.js';
import { Pcwg3TimepointSchema } from './inputs.js';
import { ParametersSchema } from './parameters.js';

export const pcwg3: Criterion = {
  id: 'pcwg3',
  name: 'PCWG3 (and PCWG2)',
  source:
    'Scher HI et al. J Clin Oncol 2016;34:1402-1418; PCWG2: Scher HI et al. J Clin Oncol 2008;26:1148-1159',
  parameters: Type.Partial(ParametersSchema),
  inputs: { timepoint: Pcwg3TimepointSchema },
  components: ComponentsSchema,
  tables: pcwg3Tables,
  // Composed of soft tissue, bone and PSA, and by the standard in use: nobody's call as a whole.
  readerResponses: [],
  assess: assessPcwg3,
  combine: combinePcwg3,
};
