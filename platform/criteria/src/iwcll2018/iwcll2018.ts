import { Type } from '@sinclair/typebox';
import type { Criterion } from '../criterion.js';
import { assessIwcll2018 } from './assessIwcll2018.js';
import { combineIwcll2018, ComponentsSchema, iwcllTables } from './grid.js';
import { IwcllSubjectSchema, IwcllTimepointSchema } from './inputs.js';
import { ParametersSchema } from './parameters.js';

export const iwcll2018: Criterion = {
  id: 'iwcll-2018',
  name: 'iwCLL 2018 (chronic lymphocytic leukaemia)',
  source: 'Hallek M et al. Blood 2018;131:2745-2760',
  parameters: Type.Partial(ParametersSchema),
  inputs: { subject: IwcllSubjectSchema, timepoint: IwcllTimepointSchema },
  components: ComponentsSchema,
  tables: iwcllTables,
  readerResponses: ['CR', 'CRi', 'PR', 'PR-L', 'SD', 'PD', 'NE'],
  assess: assessIwcll2018,
  combine: combineIwcll2018,
};
