import { Type } from '@sinclair/typebox';
import type { Criterion } from '../criterion.js';
import { combineByTables, neuroComponents, neuroTables } from '../neuro/combineNeuro.js';
import {
  ClinicalSchema,
  HighDoseFieldSchema,
  T2FlairSchema,
  TreatmentEffectSchema,
  TreatmentSchema,
} from '../neuro/inputs.js';
import { assessRanoHgg2010, id, tables } from './assessRanoHgg2010.js';
import { ParametersSchema } from './parameters.js';

const sizes = ['CR', 'PR', 'SD', 'PD', 'NE', 'NA'] as const;

export const ranoHgg2010: Criterion = {
  id,
  name: 'RANO high-grade glioma (2010)',
  source: 'Wen PY, Macdonald DR, Reardon DA et al. J Clin Oncol 2010;28:1963-1972',
  parameters: Type.Partial(ParametersSchema),
  inputs: {
    subject: TreatmentSchema,
    timepoint: Type.Object({
      ...ClinicalSchema.properties,
      ...T2FlairSchema.properties,
      ...TreatmentEffectSchema.properties,
      ...HighDoseFieldSchema.properties,
    }),
  },
  components: Type.Object({ ...neuroComponents, t2Flair: neuroComponents.steroids }),
  tables: neuroTables(tables.source, sizes, [
    { newLesions: true },
    { clinicalStatus: 'WORSE' },
    { t2Flair: 'SIGNIFICANT_INCREASE' },
  ]),
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: assessRanoHgg2010,
  combine: components => combineByTables(components, id, tables, sizes),
};
