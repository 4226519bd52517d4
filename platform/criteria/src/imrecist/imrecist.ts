import { Type } from '@sinclair/typebox';
import { NewLesionInputs } from '../course/newTargets.js';
import type { Criterion } from '../criterion.js';
import { assessImrecist } from './assessImrecist.js';
import { combineImrecist, ComponentsSchema, imrecistTables } from './overall.js';
import { ParametersSchema } from './parameters.js';

export const imrecist: Criterion = {
  id: 'imrecist',
  name: 'imRECIST',
  source: 'Hodi FS, Ballinger M, Lyons B et al. J Clin Oncol 2018;36:850-858',
  parameters: Type.Partial(ParametersSchema),
  inputs: { lesion: NewLesionInputs },
  components: ComponentsSchema,
  tables: imrecistTables,
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessImrecist,
  combine: combineImrecist,
};
