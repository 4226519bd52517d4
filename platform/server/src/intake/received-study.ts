import type { ImageProblem } from '@corelab/reads';
import type { DicomDataset } from '../archive/dicom-json.js';
import { dateOf, numbersOf, textOf } from '../archive/dicom-json.js';
import { hasPixels } from '../archive/pixel-data.js';
import { isAdmitted } from '../blinding/iods.js';
import { roleOf } from './found-in-image.js';
import type { IntakeRules } from './intake-rules.js';
import { namedModality, readableModalities } from './modalities.js';
import { sliceProblems } from './slice-geometry.js';

export interface ReceivedSeries {
  readonly seriesUid: string;
  readonly modality: string;
  readonly role: string | null;
  readonly acquisitionDate: string | null;
  readonly usable: { readonly read: 'yes' | 'limited' | 'no'; readonly reason: string | null };
  readonly problems: readonly ImageProblem[];
}

/** Slices thicker than the charter allows; a series that does not say its thickness is not judged by it. */
const thicknessProblems = (images: readonly DicomDataset[], allowedMm: number): ImageProblem[] => {
  const known = images.flatMap(image => numbersOf(image, '00180050')?.[0] ?? []);
  const thicknessMm = Math.max(...known);
  return known.length > 0 && thicknessMm > allowedMm
    ? [{ code: 'thickSlices', thicknessMm, allowedMm }]
    : [];
};

/** Problems that leave nothing to show. */
const excluding = (problem: ImageProblem): boolean =>
  problem.code === 'unsupportedModality' ||
  (problem.code === 'unsupportedKind' && problem.images === problem.of) ||
  (problem.code === 'noPixelData' && problem.images === problem.of);

const usableOf = (problems: readonly ImageProblem[]): ReceivedSeries['usable'] => {
  const excluded = problems.find(excluding);
  if (excluded !== undefined) return { read: 'no', reason: excluded.code };
  return { read: problems.length === 0 ? 'yes' : 'limited', reason: problems[0]?.code ?? null };
};

const instanceNumber = (image: DicomDataset): number => numbersOf(image, '00200013')?.[0] ?? 0;

const problemsOf = (
  received: readonly DicomDataset[],
  modality: string,
  hasRole: boolean,
  rules: IntakeRules
): ImageProblem[] => {
  if (!readableModalities.includes(modality)) {
    return [{ code: 'unsupportedModality', modality: namedModality(modality) }];
  }
  const kept = received.filter(isAdmitted);
  const other = received.length - kept.length;
  const images = kept
    .filter(hasPixels)
    .sort((one, next) => instanceNumber(one) - instanceNumber(next));
  const without = kept.length - images.length;
  const multiFrame = images.some(image => image['52009230'] !== undefined);
  return [
    ...(other === 0
      ? []
      : [{ code: 'unsupportedKind' as const, images: other, of: received.length }]),
    ...(without === 0 ? [] : [{ code: 'noPixelData' as const, images: without, of: kept.length }]),
    ...(hasRole ? [] : [{ code: 'noRole' as const }]),
    ...(multiFrame
      ? []
      : [...sliceProblems(images), ...thicknessProblems(images, rules.maxSliceThicknessMm)]),
  ];
};

/** The series of one study with role, date and problems; the first image of each says its role. */
export const describeSeries = (
  instances: readonly DicomDataset[],
  rules: IntakeRules,
  roleOfImage: (image: DicomDataset) => string | null = image => roleOf(image, rules)
): ReceivedSeries[] => {
  const bySeries = groupBySeries(instances);
  return [...bySeries].map(([seriesUid, received]) => {
    const first = received[0] ?? {};
    const modality = textOf(first, '00080060') ?? 'unknown';
    const role = roleOfImage(first);
    const problems = problemsOf(received, modality, role !== null, rules);
    return {
      seriesUid,
      modality,
      role,
      acquisitionDate:
        dateOf(first, '00080022') ?? dateOf(first, '00080021') ?? dateOf(first, '00080020') ?? null,
      usable: usableOf(problems),
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
