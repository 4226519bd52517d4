import { Type } from '@sinclair/typebox';
import { NewLesionInputs } from '../course/newTargets.js';
import type { Criterion } from '../criterion.js';
import { assessIrecist } from './assessIrecist.js';
import { combineIrecist, ComponentsSchema, irecistTables } from './combine.js';
import { TimepointInputs } from './inputs.js';
import { ParametersSchema } from './parameters.js';

export const irecist: Criterion = {
  id: 'irecist',
  name: 'iRECIST',
  source: 'Seymour L, Bogaerts J, Perrone A et al. Lancet Oncol 2017;18:e143-e152',
  parameters: Type.Partial(ParametersSchema),
  inputs: { timepoint: TimepointInputs, lesion: NewLesionInputs },
  components: ComponentsSchema,
  tables: irecistTables,
  readerResponses: ['ICR', 'IPR', 'ISD', 'NON-ICR/NON-IUPD', 'NED', 'IUPD', 'ICPD', 'NE'],
  assess: assessIrecist,
  combine: combineIrecist,
};
