import type { NonTargetCategory, Overall, TargetCategory } from '../course/categories.js';
import type { Margin } from '../schemas.js';

/** CDISC terms of iRECIST. */
export type ImmuneOverall =
  | 'ICR'
  | 'IPR'
  | 'ISD'
  | 'NON-ICR/NON-IUPD'
  | 'NED'
  | 'IUPD'
  | 'ICPD'
  | 'NE';
export type ImmuneTarget = 'ICR' | 'IPR' | 'ISD' | 'IUPD' | 'ICPD' | 'NE';
export type ImmuneNonTarget = 'ICR' | 'NON-ICR/NON-IUPD' | 'IUPD' | 'ICPD' | 'NE';

export const NN = 'NON-ICR/NON-IUPD';

const overallCodes: Readonly<Record<Overall, ImmuneOverall>> = {
  CR: 'ICR',
  PR: 'IPR',
  SD: 'ISD',
  'NON-CR/NON-PD': NN,
  NED: 'NED',
  PD: 'IUPD',
  NE: 'NE',
};
const plainCodes: Readonly<Record<ImmuneOverall, Overall>> = {
  ICR: 'CR',
  IPR: 'PR',
  ISD: 'SD',
  [NN]: 'NON-CR/NON-PD',
  NED: 'NED',
  IUPD: 'PD',
  ICPD: 'PD',
  NE: 'NE',
};
const targetCodes = {
  CR: 'ICR',
  PR: 'IPR',
  SD: 'ISD',
  PD: 'IUPD',
  NE: 'NE',
  NA: null,
} as const;
const nonTargetCodes = {
  CR: 'ICR',
  'NON-CR/NON-PD': NN,
  PD: 'IUPD',
  NE: 'NE',
  NA: null,
} as const;

export const immune = (overall: Overall): ImmuneOverall => overallCodes[overall];
/** RECIST 1.1's word for it; both kinds of progression are PD. */
export const plain = (overall: ImmuneOverall): Overall => plainCodes[overall];
export const immuneTarget = (category: TargetCategory): ImmuneTarget | null =>
  targetCodes[category];
export const immuneNonTarget = (category: NonTargetCategory): ImmuneNonTarget | null =>
  nonTargetCodes[category];
/** A margin of a target response in iRECIST's codes. */
export const immuneMargin = (margin: Margin): Margin => ({
  ...margin,
  category: targetCodes[margin.category as 'CR' | 'PR' | 'SD' | 'PD' | 'NE'],
});
