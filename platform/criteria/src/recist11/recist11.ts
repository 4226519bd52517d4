import { Type } from '@sinclair/typebox';
import type { Criterion } from '../criterion.js';
import { assessRecist11 } from './assessRecist11.js';
import { recist11Tables } from './grid.js';
import { combineRecist11, ComponentsSchema } from './overall.js';
import { ParametersSchema } from './parameters.js';

export const recist11: Criterion = {
  id: 'recist-1.1',
  name: 'RECIST 1.1',
  source:
    'Eisenhauer EA et al. Eur J Cancer 2009;45:228-247; Schwartz LH et al. Eur J Cancer 2016;62:132-137',
  parameters: Type.Partial(ParametersSchema),
  inputs: {},
  components: ComponentsSchema,
  tables: recist11Tables,
  assess: assessRecist11,
  combine: combineRecist11,
};
