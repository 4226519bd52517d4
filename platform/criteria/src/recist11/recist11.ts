import { Type } from '@sinclair/typebox';
import { combineByGrid, ComponentsSchema } from '../course/combineByGrid.js';
import { gridTables } from '../course/overallGrid.js';
import type { Criterion } from '../criterion.js';
import { assessRecist11, tableSource } from './assessRecist11.js';
import { ParametersSchema } from './parameters.js';

const id = 'recist-1.1';

export const recist11: Criterion = {
  id,
  name: 'RECIST 1.1',
  source:
    'Eisenhauer EA et al. Eur J Cancer 2009;45:228-247; Schwartz LH et al. Eur J Cancer 2016;62:132-137',
  parameters: Type.Partial(ParametersSchema),
  inputs: {},
  components: ComponentsSchema,
  tables: gridTables(tableSource),
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessRecist11,
  combine: components => combineByGrid(components, id, tableSource),
};
