import { type Static, Type } from '@sinclair/typebox';
import { pick } from '../course/combineByGrid.js';
import type { Criterion } from '../criterion.js';
import { combineByTables, neuroComponents, neuroTables } from '../neuro/combineNeuro.js';
import {
  ClinicalSchema,
  TreatmentEffectSchema,
  TreatmentSchema,
  VolumetricLesionSchema,
} from '../neuro/inputs.js';
import { assessRano2, id } from './assessRano2.js';
import { ParametersSchema } from './parameters.js';
import { combineMixed, mixedCodes, tables } from './tables.js';

const sizes = ['CR', 'PR', 'MR', 'SD', 'PD', 'NE', 'NA'] as const;
const { target: Code } = neuroComponents;
const mixedComponents = { ce: Code, nonce: Code };
type MixedComponents = Static<ReturnType<typeof Type.Object<typeof mixedComponents>>>;

/** Of a mixed tumour `ce` and `nonce`, of any other `target` and `nonTarget`; then new lesions, decline and steroids. */
function combine(components: Readonly<Record<string, unknown>>): string {
  const { ce, nonce } = components as MixedComponents;
  if (ce == null && nonce == null) return combineByTables(components, id, tables, sizes);
  const read = (name: string, code: string | null | undefined) => {
    const known = pick(code, mixedCodes, `/components/${name}`, id);
    return known === 'NA' ? 'NED' : known;
  };
  const both = combineMixed(read('ce', ce), read('nonce', nonce));
  const target = both === 'NED' ? null : both;
  return combineByTables({ ...components, target, nonTarget: null }, id, tables, sizes);
}

export const rano2: Criterion = {
  id,
  name: 'RANO 2.0 (2023)',
  source: 'Wen PY, van den Bent M, Youssef G et al. J Clin Oncol 2023;41:5187-5199',
  parameters: Type.Partial(ParametersSchema),
  inputs: {
    subject: Type.Object({
      ...TreatmentSchema.properties,
      tumourType: Type.Optional(
        Type.Union(
          [Type.Literal('CE'), Type.Literal('NONCE'), Type.Literal('MIXED'), Type.Null()],
          {
            description:
              'what is followed, chosen at baseline: enhancing, non-enhancing disease or both',
          }
        )
      ),
    }),
    timepoint: Type.Object({
      ...ClinicalSchema.properties,
      ...TreatmentEffectSchema.properties,
    }),
    lesion: VolumetricLesionSchema,
  },
  components: Type.Object({ ...neuroComponents, ...mixedComponents }),
  tables: [
    ...neuroTables(tables.source, sizes, [{ newLesions: true }, { clinicalStatus: 'WORSE' }]),
    {
      title: 'Mixed tumours',
      source: tables.source,
      axes: [
        { component: 'ce', label: 'Enhancing', values: mixedCodes },
        { component: 'nonce', label: 'Non-enhancing', values: mixedCodes },
      ],
      fixed: { newLesions: false, clinicalStatus: 'SAME', steroids: 'NONE' },
    },
  ],
  readerResponses: ['CR', 'PR', 'MR', 'SD', 'NED', 'pPD', 'cPD', 'PD', 'NE'],
  assess: assessRano2,
  combine,
};
