import { Type } from '@sinclair/typebox';
import { combineByGrid, ComponentsSchema } from '../course/combineByGrid.js';
import { gridTables } from '../course/overallGrid.js';
import type { Criterion } from '../criterion.js';
import { assessMrecist, tableSource } from './assessMrecist.js';
import { LesionInputs, TimepointInputs } from './inputs.js';
import { ParametersSchema } from './parameters.js';

const id = 'mrecist';

/** mRECIST calls a non-target that is neither gone nor progressed incomplete response or stable disease. */
const nonTargetOf = (given: unknown): unknown => (given === 'IR/SD' ? 'NON-CR/NON-PD' : given);

export const mrecist: Criterion = {
  id,
  name: 'mRECIST (hepatocellular carcinoma)',
  source:
    'Lencioni R, Llovet JM. Semin Liver Dis 2010;30:52-60; Llovet JM, Lencioni R. J Hepatol 2020;72:288-306',
  parameters: Type.Partial(ParametersSchema),
  inputs: { timepoint: TimepointInputs, lesion: LesionInputs },
  components: ComponentsSchema,
  tables: gridTables(tableSource),
  readerResponses: ['CR', 'PR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
  assess: assessMrecist,
  combine: components =>
    combineByGrid({ ...components, nonTarget: nonTargetOf(components.nonTarget) }, id, tableSource),
};
