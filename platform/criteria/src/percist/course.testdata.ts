import { assess } from '../assess.js';
import type { TimepointOutput } from '../schemas.js';
import type { PercistLesion, PercistTimepoint } from './inputs.js';

export type Scan = Partial<PercistTimepoint> & Pick<PercistTimepoint, 'lesions'>;

/** A target in the lung; SULpeak in g/mL. */
export const hot = (sulPeak: number | null, more: Partial<PercistLesion> = {}): PercistLesion => ({
  id: 'T01',
  role: 'target',
  location: 'LUNG',
  sulPeak,
  ...more,
});

export const other = (
  status: Exclude<PercistLesion['status'], undefined>,
  more: Partial<PercistLesion> = {}
): PercistLesion => ({ id: 'NT01', role: 'non-target', location: 'BONE', status, ...more });

export const fresh = (
  status: Exclude<PercistLesion['status'], undefined>,
  more: Partial<PercistLesion> = {}
): PercistLesion => ({ id: 'NL01', role: 'new', location: 'BONE', status, ...more });

/** What makes two scans comparable. */
export const comparable = {
  liverSulMean: 1,
  liverSulSd: 0.1,
  uptakeMinutes: 60,
  sameScanner: true,
  sameReconstruction: true,
} as const;

/** A comparable scan of these lesions. */
export const scan = (lesions: PercistLesion[], more: Partial<Scan> = {}): Scan => ({
  ...comparable,
  ...more,
  lesions,
});

export const timepointsOf = (scans: readonly Scan[]): PercistTimepoint[] =>
  scans.map((one, at) => ({
    id: at === 0 ? 'BL' : `V${at}`,
    date: new Date(Date.UTC(2026, 0, 5 + 56 * at)).toISOString().slice(0, 10),
    ...one,
  }));

export const run = (scans: readonly Scan[], parameters: Record<string, unknown> = {}) =>
  assess({ criterion: 'percist-1.0', parameters, timepoints: timepointsOf(scans) });

/** Overall responses of the scans after the baseline. */
export const overalls = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(({ overall }) => overall);

/** One lesion over the scans. */
export const single = (...suls: number[]): Scan[] => suls.map(sul => scan([hot(sul)]));

export function visitOf(scans: readonly Scan[], at = 1, parameters = {}): TimepointOutput {
  const found = run(scans, parameters).timepoints[at];
  if (!found) throw new RangeError(`no timepoint ${at}`);
  return found;
}

export const rulesOf = (...args: Parameters<typeof visitOf>) =>
  visitOf(...args).findings.map(({ rule }) => rule);

/** The trace of the target's category. */
export function targetTrace(...args: Parameters<typeof visitOf>) {
  const found = visitOf(...args).trace.find(({ rule }) => rule.startsWith('target.'));
  if (!found) throw new RangeError('no target trace');
  return found;
}
