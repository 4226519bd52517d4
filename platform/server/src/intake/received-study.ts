import type { DicomDataset } from '../archive/dicom-json.js';
import { dateOf, numbersOf, textOf } from '../archive/dicom-json.js';
import type { IntakeRules } from './intake-rules.js';
import { sliceProblems } from './slice-geometry.js';

export interface ReceivedSeries {
  readonly seriesUid: string;
  readonly modality: string;
  readonly role: string | null;
  readonly acquisitionDate: string | null;
  readonly usable: { readonly read: 'yes' | 'limited' | 'no'; readonly reason: string | null };
  readonly problems: readonly string[];
}

/** What a study says about where it belongs, or why it can't be said. */
export type StudyMatch =
  | {
      readonly ok: true;
      readonly subject: string;
      readonly site: string;
      readonly timepoint: string;
    }
  | { readonly ok: false; readonly ours: boolean; readonly reason: string };

const protocolTag = '00120020';

/**
 * Matches by the trial's protocol number and the charter's rules for subject, site and timepoint; all instances
 * must agree. `ours` is false when the study is not known to be of this trial.
 */
export const matchStudy = (instances: readonly DicomDataset[], rules: IntakeRules): StudyMatch => {
  const agreed = (
    name: string,
    read: (image: DicomDataset) => string | undefined
  ): { value: string } | { reason: string } => {
    const values = new Set(instances.map(read));
    const [value] = values;
    if (values.size > 1) return { reason: `${name}: the instances disagree` };
    return value === undefined ? { reason: `${name}: absent` } : { value };
  };
  const protocol = agreed('protocol', image => textOf(image, protocolTag));
  if ('reason' in protocol) return { ok: false, ours: false, reason: protocol.reason };
  if (protocol.value !== rules.protocolId)
    return { ok: false, ours: false, reason: 'protocol: another trial' };
  const refused = (reason: string): StudyMatch => ({ ok: false, ours: true, reason });
  const subject = agreed('subject', rules.subject);
  if ('reason' in subject) return refused(subject.reason);
  const site = agreed('site', rules.site);
  if ('reason' in site) return refused(site.reason);
  if (!rules.sites.has(site.value)) return refused(`site: ${site.value} is not in the charter`);
  const timepoint = agreed('timepoint', rules.timepoint);
  if ('reason' in timepoint) return refused(timepoint.reason);
  if (!rules.schedule.some(planned => planned.code === timepoint.value)) {
    return refused(`timepoint: ${timepoint.value} is not in the schedule`);
  }
  return { ok: true, subject: subject.value, site: site.value, timepoint: timepoint.value };
};

/** Slices thicker than the charter allows. */
const thicknessProblems = (images: readonly DicomDataset[], maxMm: number): string[] => {
  const thickest = Math.max(0, ...images.map(image => numbersOf(image, '00180050')?.[0] ?? 0));
  return thickest > maxMm ? [`thickSlices: ${thickest} mm, the charter allows ${maxMm} mm`] : [];
};

const readable = ['CT', 'MR', 'PT'];
/** Transfer syntaxes are left to the browser's decoders; these modalities to the blinding's allow-list. */
const usableOf = (
  modality: string,
  problems: readonly string[],
  hasImages: boolean
): ReceivedSeries['usable'] => {
  if (!readable.includes(modality)) return { read: 'no', reason: 'unsupportedModality' };
  if (!hasImages) return { read: 'no', reason: 'noImages' };
  return problems.length === 0
    ? { read: 'yes', reason: null }
    : { read: 'limited', reason: problems[0] ?? null };
};

/** The series of one study with role, date and problems. */
export const describeSeries = (
  instances: readonly DicomDataset[],
  rules: IntakeRules
): ReceivedSeries[] => {
  const bySeries = groupBySeries(instances);
  return [...bySeries].map(([seriesUid, received]) => {
    const first = received[0] ?? {};
    const modality = textOf(first, '00080060') ?? 'unknown';
    const images = received.filter(instance => instance['00280010'] !== undefined);
    const rule = rules.roles.find(
      one => one.modality === modality && one.tests.every(test => test(first))
    );
    const multiFrame = images.some(image => image['52009230'] !== undefined);
    const problems = [
      ...(readable.includes(modality) ? [] : [`unsupportedModality: ${modality}`]),
      ...(rule === undefined && readable.includes(modality)
        ? ['noRole: no role of the charter fits']
        : []),
      ...(readable.includes(modality) && !multiFrame
        ? [...sliceProblems(images), ...thicknessProblems(images, rules.maxSliceThicknessMm)]
        : []),
    ];
    return {
      seriesUid,
      modality,
      role: rule?.role ?? null,
      acquisitionDate:
        dateOf(first, '00080022') ?? dateOf(first, '00080021') ?? dateOf(first, '00080020') ?? null,
      usable: usableOf(modality, problems, images.length > 0),
      problems,
    };
  });
};

const groupBySeries = (instances: readonly DicomDataset[]): Map<string, DicomDataset[]> => {
  const groups = new Map<string, DicomDataset[]>();
  for (const instance of instances) {
    const uid = textOf(instance, '0020000E') ?? '';
    const group = groups.get(uid);
    if (group === undefined) groups.set(uid, [instance]);
    else group.push(instance);
  }
  return groups;
};
