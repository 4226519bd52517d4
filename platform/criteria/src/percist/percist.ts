import { Type } from '@sinclair/typebox';
import { ComponentsSchema } from '../course/combineByGrid.js';
import type { Criterion } from '../criterion.js';
import { assessPercist } from './assessPercist.js';
import { combinePercist, percistTables } from './grid.js';
import { PercistLesionSchema, PercistTimepointSchema } from './inputs.js';
import { ParametersSchema } from './parameters.js';

export const percist: Criterion = {
  id: 'percist-1.0',
  name: 'PERCIST 1.0',
  source:
    'Wahl RL, Jacene H, Kasamon Y, Lodge MA. J Nucl Med 2009;50(Suppl 1):122S-150S; O JH, Lodge MA, Wahl RL. Radiology 2016;280:576-584',
  parameters: Type.Partial(ParametersSchema),
  inputs: { lesion: PercistLesionSchema, timepoint: PercistTimepointSchema },
  components: ComponentsSchema,
  tables: percistTables,
  readerResponses: ['CMR', 'PMR', 'SMD', 'NON-CMR/NON-PMD', 'NED', 'PMD', 'NE'],
  assess: assessPercist,
  combine: combinePercist,
};
