import { type Static, Type } from '@sinclair/typebox';
import type { NonTargetCategory, Overall, TargetCategory } from '../course/categories.js';
import { pick } from '../course/combineByGrid.js';
import type { CombinationTable } from '../criterion.js';

export const tableSource = 'Hodi 2018 (imRECIST) Table 1';

const NN = 'NON-CR/NON-PD';
const targets = ['CR', 'PR', 'SD', 'PD', 'NE'] as const;
const nonTargets = ['CR', NN, 'PD', 'NE'] as const;

/** Rows are the response of the total burden, columns the non-targets; these never make progression. */
const grid: Readonly<Record<TargetCategory, Readonly<Record<NonTargetCategory, Overall>>>> = {
  CR: { CR: 'CR', [NN]: 'PR', PD: 'PR', NE: 'PR', NA: 'CR' },
  PR: { CR: 'PR', [NN]: 'PR', PD: 'PR', NE: 'PR', NA: 'PR' },
  SD: { CR: 'SD', [NN]: 'SD', PD: 'SD', NE: 'SD', NA: 'SD' },
  PD: { CR: 'PD', [NN]: 'PD', PD: 'PD', NE: 'PD', NA: 'PD' },
  NE: { CR: 'NE', [NN]: 'NE', PD: 'NE', NE: 'NE', NA: 'NE' },
  NA: { CR: 'CR', [NN]: NN, PD: NN, NE: 'NE', NA: 'NED' },
};

/** A new lesion of any kind forbids a complete response, and with it "no evidence of disease". */
export function overallOf(
  target: TargetCategory,
  nonTarget: NonTargetCategory,
  newLesions: boolean
): Overall {
  const value = grid[target][nonTarget];
  if (!newLesions) return value;
  if (value === 'NED') return NN;
  return value === 'CR' ? (target === 'NA' ? NN : 'PR') : value;
}

const Code = Type.Optional(Type.Union([Type.String(), Type.Null()]));
export const ComponentsSchema = Type.Object({
  /** Response of the total measured tumour burden: baseline targets and measurable new lesions. */
  target: Code,
  nonTarget: Code,
  /** Any new lesion, measurable or not. */
  newLesions: Type.Optional(Type.Union([Type.Boolean(), Type.String(), Type.Null()])),
});

/** The combination table alone. Throws CL_RESPONSE_UNKNOWN on a code the table does not have. */
export function combineImrecist(components: Readonly<Record<string, unknown>>): Overall {
  const { target, nonTarget, newLesions } = components as Static<typeof ComponentsSchema>;
  const states = ['NO', 'YES', 'EQUIVOCAL', 'NE'] as const;
  const any =
    typeof newLesions === 'string'
      ? ['YES', 'NE'].includes(pick(newLesions, states, '/components/newLesions', 'imrecist'))
      : newLesions === true;
  return overallOf(
    pick(target, targets, '/components/target', 'imrecist'),
    pick(nonTarget === 'NN' ? NN : nonTarget, nonTargets, '/components/nonTarget', 'imrecist'),
    any
  );
}

export const imrecistTables: readonly CombinationTable[] = [false, true].map(newLesions => ({
  title: newLesions ? 'With a new lesion' : 'Without new lesions',
  source: tableSource,
  axes: [
    { component: 'target', label: 'Total burden', values: [...targets, null] },
    { component: 'nonTarget', label: 'Non-target', values: [...nonTargets, null] },
  ],
  fixed: { newLesions },
}));
