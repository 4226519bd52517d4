import type { Charter } from '@corelab/charter';

/** What of the policy a charter chooses, and what follows from the rest of it. */
export interface Variant {
  readonly dates: Charter['blinding']['dates'];
  readonly labels: Charter['blinding']['labels'];
  readonly sexAge: boolean;
  readonly manufacturer: boolean;
  /** A criterion of the trial takes uptake by lean body mass (SUL), which is computed from sex, size and weight. */
  readonly leanBodyMass: boolean;
}

/** What a presentation was blinded under, as it is kept with it: the version of the policy's data, and the trial's variant. */
export interface PresentedPolicy {
  readonly version: string;
  readonly variant: Variant;
}

/** What decides whether an attribute passes, or in which form. */
export const switches = ['dates', 'sexAge', 'manufacturer', 'leanBodyMass'] as const;
export type Switch = (typeof switches)[number];

/** Criteria that are defined on SUL: PERCIST 1.0 (Wahl 2009). */
const byLeanBodyMass: readonly string[] = ['percist-1.0'];

/** The variant that a trial's charter asks for. */
export const variantOf = ({
  blinding,
  criteria,
}: Pick<Charter, 'blinding' | 'criteria'>): Variant => ({
  dates: blinding.dates,
  labels: blinding.labels,
  sexAge: blinding.sexAge,
  manufacturer: blinding.manufacturer,
  leanBodyMass: criteria.some(({ id }) => byLeanBodyMass.includes(id)),
});

/** What was shown before policies had variants: presentations from then have none on record. */
export const firstVariant: Variant = {
  dates: 'shifted',
  labels: 'timepoint',
  sexAge: false,
  manufacturer: false,
  leanBodyMass: true,
};

/** For who does QC: they compare an exam's header with what its site said, and never read. */
export const qcVariant: Variant = { ...firstVariant, dates: 'shown' };

/** Whether a calendar date stands in anything that a reader gets, of whatever day. */
export const hasDates = ({ dates }: Pick<Variant, 'dates'>): boolean =>
  dates === 'shifted' || dates === 'shown';
