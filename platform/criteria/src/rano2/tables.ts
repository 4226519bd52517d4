import type { NeuroOverall, NeuroTables } from '../neuro/overall.js';
import { ranoSize, ranoSteroids } from '../neuro/sizeTables.js';

export const paper = 'Wen 2023 (RANO 2.0)';

export const tables: NeuroTables = {
  size: ranoSize,
  steroids: ranoSteroids,
  usesT2Flair: false,
  source: `${paper}, response tables`,
};

export type Compartment = 'CE' | 'NONCE';
export const mixedCodes = ['CR', 'PR', 'MR', 'SD', 'PD', 'NE'] as const;
export type MixedCode = (typeof mixedCodes)[number];

/** Mixed tumours: enhancing disease in rows, non-enhancing disease in columns. */
export const mixedGrid: Readonly<Record<MixedCode, Readonly<Record<MixedCode, MixedCode>>>> = {
  CR: { CR: 'CR', PR: 'PR', MR: 'MR', SD: 'SD', PD: 'PD', NE: 'NE' },
  PR: { CR: 'PR', PR: 'PR', MR: 'MR', SD: 'PR', PD: 'PD', NE: 'NE' },
  MR: { CR: 'MR', PR: 'MR', MR: 'MR', SD: 'MR', PD: 'PD', NE: 'NE' },
  SD: { CR: 'SD', PR: 'PR', MR: 'MR', SD: 'SD', PD: 'PD', NE: 'NE' },
  PD: { CR: 'PD', PR: 'PD', MR: 'PD', SD: 'PD', PD: 'PD', NE: 'PD' },
  NE: { CR: 'NE', PR: 'NE', MR: 'NE', SD: 'NE', PD: 'PD', NE: 'NE' },
};

/** NED: the subject has no disease of that kind; then the other kind alone counts. */
export function combineMixed(ce: NeuroOverall, nonce: NeuroOverall): NeuroOverall {
  if (ce === 'NED') return nonce;
  return nonce === 'NED' ? ce : mixedGrid[ce][nonce];
}
