import { inParallel } from '../release/in-parallel.js';
import type { Archive, ArchivedInstance } from './archive.js';
import { textOf, type DicomDataset } from './dicom-json.js';

const asksAtOnce = 8;
const pixelData = '7FE00010';

/** An image: it has rows, and pixels as far as `withPixelData` found. */
export const hasPixels = (dataset: DicomDataset): boolean =>
  dataset['00280010'] !== undefined && dataset[pixelData] !== undefined;

/**
 * The data sets, each image that has pixels with an element for them: Orthanc's metadata names native pixel data and
 * leaves compressed pixel data out, so those without are asked for one by one.
 * @throws ArchiveError
 */
export const withPixelData = (
  archive: Archive,
  datasets: readonly DicomDataset[],
  instances: readonly ArchivedInstance[]
): Promise<DicomDataset[]> => {
  const ids = new Map(instances.map(instance => [instance.sopInstanceUid, instance.id]));
  return inParallel(datasets, asksAtOnce, async dataset => {
    const id = ids.get(textOf(dataset, '00080018') ?? '');
    const unsure = dataset['00280010'] !== undefined && dataset[pixelData] === undefined;
    if (!unsure || id === undefined || !(await archive.hasPixelData(id))) return dataset;
    return { ...dataset, [pixelData]: { vr: 'OB' } };
  });
};
