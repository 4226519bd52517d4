import { Type } from '@sinclair/typebox';
import { combineByGrid, ComponentsSchema } from '../course/combineByGrid.js';
import { gridTables } from '../course/overallGrid.js';
import type { Criterion } from '../criterion.js';
import { assessChoi } from './assessChoi.js';
import { ChoiLesionSchema, ChoiTimepointSchema } from './inputs.js';
import { ParametersSchema } from './parameters.js';
import { source } from './target.js';

export const choi: Criterion = {
  id: 'choi',
  name: 'Choi',
  source: 'Choi H, Charnsangavej C, Faria SC et al. J Clin Oncol 2007;25:1753-1759, criteria table',
  parameters: Type.Partial(ParametersSchema),
  inputs: { lesion: ChoiLesionSchema, timepoint: ChoiTimepointSchema },
  components: ComponentsSchema,
  tables: gridTables(source),
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessChoi,
  combine: components => combineByGrid(components, 'choi', source),
};
