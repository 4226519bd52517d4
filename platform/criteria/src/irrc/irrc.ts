import { Type } from '@sinclair/typebox';
import type { Criterion } from '../criterion.js';
import { assessIrrc } from './assessIrrc.js';
import { irrcTables } from './grid.js';
import { combineIrrc, ComponentsSchema } from './overall.js';
import { ParametersSchema } from './parameters.js';

export const irrc: Criterion = {
  id: 'irrc',
  name: 'irRC',
  source: "Wolchok JD, Hoos A, O'Day S et al. Clin Cancer Res 2009;15:7412-7420, Tables 1 and 2",
  parameters: Type.Partial(ParametersSchema),
  inputs: {},
  components: ComponentsSchema,
  tables: irrcTables,
  readerResponses: ['irCR', 'irPR', 'irSD', 'NED', 'irPD', 'NE'],
  assess: assessIrrc,
  combine: combineIrrc,
};
