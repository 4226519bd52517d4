import { Type } from '@sinclair/typebox';
import type { Criterion } from '../criterion.js';
import { combineByTables, neuroComponents } from '../neuro/combineNeuro.js';
import { ClinicalSchema, steroidDoses } from '../neuro/inputs.js';
import { assessMacdonald, id, tables } from './assessMacdonald.js';
import { ParametersSchema } from './parameters.js';

const sizes = ['CR', 'PR', 'SD', 'PD', 'NE', 'NA'] as const;
const { target, newLesions, clinicalStatus, steroids } = neuroComponents;
const bad = [
  { title: 'Nothing bad', fixed: { newLesions: false, clinicalStatus: 'SAME' } },
  { title: 'With new tumour', fixed: { newLesions: true, clinicalStatus: 'SAME' } },
  { title: 'Neurologically worse', fixed: { newLesions: false, clinicalStatus: 'WORSE' } },
] as const;

export const macdonald: Criterion = {
  id,
  name: 'Macdonald',
  source: 'Macdonald DR, Cascino TL, Schold SC, Cairncross JG. J Clin Oncol 1990;8:1277-1280',
  parameters: Type.Partial(ParametersSchema),
  inputs: { timepoint: ClinicalSchema },
  components: Type.Object({ target, newLesions, clinicalStatus, steroids }),
  tables: bad.map(({ title, fixed }) => ({
    title,
    source: tables.source,
    axes: [
      { component: 'target', label: 'Size', values: ['CR', 'PR', 'SD', 'PD', 'NE', null] },
      { component: 'steroids', label: 'Steroids', values: steroidDoses },
    ],
    fixed,
  })),
  readerResponses: ['CR', 'PR', 'SD', 'NED', 'PD', 'NE'],
  assess: assessMacdonald,
  combine: components => combineByTables(components, id, tables, sizes),
};
