import { type Static, Type } from '@sinclair/typebox';
import { pick } from '../course/combineByGrid.js';
import type { CombinationTable, Criterion } from '../criterion.js';
import { assessImwg2016 } from './assessImwg2016.js';
import { categories, confirmedCategory, type Next } from './confirmation.js';
import { ImwgSubjectSchema, ImwgTimepointSchema } from './inputs.js';
import { ParametersSchema } from './parameters.js';

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const ComponentsSchema = Type.Object({
  current: Code,
  /** The next category that is not NE, DEATH (due to progression), or null: none before new therapy. */
  next: Code,
  /** What a progression is by; the laboratory without it. */
  kind: Type.Optional(Type.Union([Type.Literal('laboratory'), Type.Literal('imaging')])),
});

const nexts = ['PD', 'sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'DEATH'] as const;

function combine(components: Readonly<Record<string, unknown>>): string {
  const { current, next, kind } = components as Static<typeof ComponentsSchema>;
  const now = pick(current, categories, '/components/current', 'imwg-2016');
  const then = pick(next, nexts, '/components/next', 'imwg-2016');
  const following: Next = then === 'NA' ? null : then;
  return confirmedCategory(now === 'NA' ? 'NE' : now, following, kind !== 'imaging');
}

const tables: readonly CombinationTable[] = (['laboratory', 'imaging'] as const).map(kind => ({
  title: `Confirmed category of a visit, progression by ${kind === 'laboratory' ? 'blood or urine' : 'imaging or marrow'}`,
  source: 'Kumar 2016 (IMWG), standard criteria table, footnotes',
  axes: [
    { component: 'current', label: 'Visit', values: categories },
    { component: 'next', label: 'Next evaluable visit', values: [...nexts, null] },
  ],
  fixed: { kind },
}));

export const imwg2016: Criterion = {
  id: 'imwg-2016',
  name: 'IMWG 2016 (multiple myeloma)',
  source: 'Kumar S et al. Lancet Oncol 2016;17:e328-e346',
  parameters: Type.Partial(ParametersSchema),
  inputs: { subject: ImwgSubjectSchema, timepoint: ImwgTimepointSchema },
  components: ComponentsSchema,
  tables,
  // Of laboratory values, which no reader of images has.
  readerResponses: [],
  assess: assessImwg2016,
  combine,
};
