import { textOf, type DicomDataset } from '../archive/dicom-json.js';

/**
 * The kinds of images (IODs) that are admitted. Whatever else comes, also under the same modality, is refused at intake: a
 * secondary capture or a dose report of modality CT has its text in its pixels.
 * Source: PS3.4 table B.5-1.
 */
export const iods = [
  { id: 'ct', name: 'CT Image', modality: 'CT', sopClass: '1.2.840.10008.5.1.4.1.1.2' },
  {
    id: 'enhancedCt',
    name: 'Enhanced CT',
    modality: 'CT',
    sopClass: '1.2.840.10008.5.1.4.1.1.2.1',
  },
  {
    id: 'legacyCt',
    name: 'Legacy Converted Enhanced CT',
    modality: 'CT',
    sopClass: '1.2.840.10008.5.1.4.1.1.2.2',
  },
  { id: 'mr', name: 'MR Image', modality: 'MR', sopClass: '1.2.840.10008.5.1.4.1.1.4' },
  {
    id: 'enhancedMr',
    name: 'Enhanced MR',
    modality: 'MR',
    sopClass: '1.2.840.10008.5.1.4.1.1.4.1',
  },
  {
    id: 'enhancedMrColor',
    name: 'Enhanced MR Color',
    modality: 'MR',
    sopClass: '1.2.840.10008.5.1.4.1.1.4.3',
  },
  {
    id: 'legacyMr',
    name: 'Legacy Converted Enhanced MR',
    modality: 'MR',
    sopClass: '1.2.840.10008.5.1.4.1.1.4.4',
  },
  { id: 'pet', name: 'PET Image', modality: 'PT', sopClass: '1.2.840.10008.5.1.4.1.1.128' },
  {
    id: 'enhancedPet',
    name: 'Enhanced PET',
    modality: 'PT',
    sopClass: '1.2.840.10008.5.1.4.1.1.130',
  },
  {
    id: 'legacyPet',
    name: 'Legacy Converted Enhanced PET',
    modality: 'PT',
    sopClass: '1.2.840.10008.5.1.4.1.1.128.1',
  },
] as const;

export type Iod = (typeof iods)[number];
export type IodId = Iod['id'];

/** The IOD of a SOP class; undefined for one that is not admitted. */
export const iodOfSopClass = (sopClass: string | undefined): Iod | undefined =>
  iods.find(iod => iod.sopClass === sopClass);

/** Whether an image is of a kind that may be shown. */
export const isAdmitted = (dataset: DicomDataset): boolean =>
  iodOfSopClass(textOf(dataset, '00080016')) !== undefined;

const idsOf = (...modalities: readonly Iod['modality'][]): readonly IodId[] =>
  iods.filter(({ modality }) => modalities.includes(modality)).map(({ id }) => id);

export const ctIods = idsOf('CT');
export const mrIods = idsOf('MR');
export const petIods = idsOf('PT');
