/**
 * What passes to a reader. Everything not named here is dropped: every private attribute, overlay, curve,
 * free text and identifier. Modalities: CT, MR and PT; others are refused at intake.
 * Sources: PS3.3 (modules), PS3.15 annex E (confidentiality profiles), the host's own reads of metadata.
 */
import { codedValues } from './coded-values.js';

export type Modality = 'CT' | 'MR' | 'PT';

export type PassRule =
  /** Every value must be a finite number. */
  | { readonly pass: 'numbers' }
  /** Values outside the closed list are left out: a code string field can hold free text too. */
  | { readonly pass: 'codes'; readonly values: ReadonlySet<string> }
  /** A UID of the DICOM standard itself (`1.2.840.10008.`); says nothing about whose image it is. */
  | { readonly pass: 'standardUid' }
  /** Replaced by the read's pseudonym; left out when this read has none for it. */
  | { readonly pass: 'mappedUid' }
  /** A date or date-time moved by the course's days. */
  | { readonly pass: 'shiftedDate' }
  /** A time of day as it is. */
  | { readonly pass: 'time' }
  /** Each item passes through its own list; an item without `required` is left out whole. */
  | { readonly pass: 'items'; readonly allow: readonly Allowed[]; readonly required?: string };

export interface Allowed {
  readonly tag: string;
  readonly keyword: string;
  readonly vr: readonly string[];
  readonly reason: string;
  readonly rule: PassRule;
  /** Only for these modalities; all three when absent. */
  readonly modalities?: readonly Modality[];
}

const numbers = (
  tag: string,
  keyword: string,
  vr: string,
  reason: string,
  modalities?: readonly Modality[]
): Allowed => ({
  tag,
  keyword,
  vr: vr.split(' '),
  reason,
  rule: { pass: 'numbers' },
  ...(modalities === undefined ? {} : { modalities }),
});
const codes = (
  tag: string,
  keyword: keyof typeof codedValues,
  vr: string,
  reason: string,
  modalities?: readonly Modality[]
): Allowed => ({
  tag,
  keyword,
  vr: [vr],
  reason,
  rule: { pass: 'codes', values: new Set(codedValues[keyword]) },
  ...(modalities === undefined ? {} : { modalities }),
});
const of = (
  pass: 'standardUid' | 'mappedUid' | 'shiftedDate' | 'time',
  tag: string,
  keyword: string,
  vr: string,
  reason: string,
  modalities?: readonly Modality[]
): Allowed => ({
  tag,
  keyword,
  vr: [vr],
  reason,
  rule: { pass },
  ...(modalities === undefined ? {} : { modalities }),
});
const items = (
  tag: string,
  keyword: string,
  reason: string,
  allow: readonly Allowed[],
  options: { readonly required?: string; readonly modalities?: readonly Modality[] } = {}
): Allowed => ({
  tag,
  keyword,
  vr: ['SQ'],
  reason,
  rule: {
    pass: 'items',
    allow,
    ...(options.required === undefined ? {} : { required: options.required }),
  },
  ...(options.modalities === undefined ? {} : { modalities: options.modalities }),
});

const pet = ['PT'] as const;
const ct = ['CT'] as const;
const mr = ['MR'] as const;

const planePosition = [numbers('00200032', 'ImagePositionPatient', 'DS', 'geometry')];
const planeOrientation = [numbers('00200037', 'ImageOrientationPatient', 'DS', 'geometry')];
const pixelMeasures = [
  numbers('00180050', 'SliceThickness', 'DS', 'measurability'),
  numbers('00180088', 'SpacingBetweenSlices', 'DS', 'geometry'),
  numbers('00280030', 'PixelSpacing', 'DS', 'distances'),
];
const windowing = [
  numbers('00281050', 'WindowCenter', 'DS', 'display'),
  numbers('00281051', 'WindowWidth', 'DS', 'display'),
  codes('00281056', 'VOILUTFunction', 'CS', 'display'),
];
const rescale = [
  numbers('00281052', 'RescaleIntercept', 'DS', 'pixel values'),
  numbers('00281053', 'RescaleSlope', 'DS', 'pixel values'),
  codes('00281054', 'RescaleType', 'LO', 'unit of pixel values'),
];
const functionalGroups = [
  items('00209113', 'PlanePositionSequence', 'geometry per frame', planePosition),
  items('00209116', 'PlaneOrientationSequence', 'geometry per frame', planeOrientation),
  items('00289110', 'PixelMeasuresSequence', 'distances per frame', pixelMeasures),
  items('00289132', 'FrameVOILUTSequence', 'display per frame', windowing),
  items('00289145', 'PixelValueTransformationSequence', 'pixel values per frame', rescale),
];

/** The list for the top level of an image. */
export const allowList: readonly Allowed[] = [
  codes('00080008', 'ImageType', 'CS', 'original, derived, localizer: hanging'),
  of('standardUid', '00080016', 'SOPClassUID', 'UI', 'how to handle the instance'),
  of('mappedUid', '00080018', 'SOPInstanceUID', 'UI', 'identity of the image within this read'),
  of('shiftedDate', '00080021', 'SeriesDate', 'DA', 'order, decay correction'),
  of('shiftedDate', '00080022', 'AcquisitionDate', 'DA', 'decay correction', pet),
  of('shiftedDate', '00080023', 'ContentDate', 'DA', 'decay correction', pet),
  of('time', '00080031', 'SeriesTime', 'TM', 'decay correction', pet),
  of('time', '00080032', 'AcquisitionTime', 'TM', 'decay correction', pet),
  of('time', '00080033', 'ContentTime', 'TM', 'decay correction', pet),
  codes('00080060', 'Modality', 'CS', 'hanging, tools'),
  items(
    '00081140',
    'ReferencedImageSequence',
    'localizer lines',
    [
      of('standardUid', '00081150', 'ReferencedSOPClassUID', 'UI', 'kind of the referenced image'),
      of(
        'mappedUid',
        '00081155',
        'ReferencedSOPInstanceUID',
        'UI',
        'the referenced image, if this read shows it'
      ),
    ],
    { required: '00081155' }
  ),
  codes('00100040', 'PatientSex', 'CS', 'lean body mass', pet),
  numbers('00101020', 'PatientSize', 'DS', 'lean body mass', pet),
  numbers('00101030', 'PatientWeight', 'DS', 'standardised uptake value', pet),
  numbers('00180050', 'SliceThickness', 'DS', 'measurability'),
  numbers('00180060', 'KVP', 'DS', 'density', ct),
  numbers('00180080', 'RepetitionTime', 'DS', 'weighting', mr),
  numbers('00180081', 'EchoTime', 'DS', 'weighting', mr),
  numbers('00180082', 'InversionTime', 'DS', 'weighting', mr),
  numbers('00180087', 'MagneticFieldStrength', 'DS', 'weighting', mr),
  numbers('00180088', 'SpacingBetweenSlices', 'DS', 'geometry'),
  numbers('00181120', 'GantryDetectorTilt', 'DS', 'geometry', ct),
  numbers('00181242', 'ActualFrameDuration', 'IS', 'decay correction', pet),
  numbers('00181314', 'FlipAngle', 'DS', 'weighting', mr),
  codes('00185100', 'PatientPosition', 'CS', 'orientation'),
  numbers('00189087', 'DiffusionBValue', 'FD', 'weighting', mr),
  of('mappedUid', '0020000D', 'StudyInstanceUID', 'UI', 'the timepoint within this read'),
  of('mappedUid', '0020000E', 'SeriesInstanceUID', 'UI', 'identity of the series within this read'),
  numbers('00200012', 'AcquisitionNumber', 'IS', 'splitting of dynamic series'),
  numbers('00200013', 'InstanceNumber', 'IS', 'order'),
  numbers('00200032', 'ImagePositionPatient', 'DS', 'geometry'),
  numbers('00200037', 'ImageOrientationPatient', 'DS', 'geometry'),
  of(
    'mappedUid',
    '00200052',
    'FrameOfReferenceUID',
    'UI',
    'fusion and linked scrolling within this read'
  ),
  numbers('00200100', 'TemporalPositionIdentifier', 'IS', 'splitting of dynamic series'),
  numbers('00200105', 'NumberOfTemporalPositions', 'IS', 'splitting of dynamic series'),
  numbers('00201041', 'SliceLocation', 'DS', 'geometry'),
  numbers('00280002', 'SamplesPerPixel', 'US', 'decoding'),
  codes('00280004', 'PhotometricInterpretation', 'CS', 'decoding'),
  numbers('00280006', 'PlanarConfiguration', 'US', 'decoding'),
  numbers('00280008', 'NumberOfFrames', 'IS', 'decoding'),
  numbers('00280010', 'Rows', 'US', 'decoding'),
  numbers('00280011', 'Columns', 'US', 'decoding'),
  numbers('00280030', 'PixelSpacing', 'DS', 'distances'),
  codes('00280051', 'CorrectedImage', 'CS', 'decay and attenuation correction', pet),
  numbers('00280100', 'BitsAllocated', 'US', 'decoding'),
  numbers('00280101', 'BitsStored', 'US', 'decoding'),
  numbers('00280102', 'HighBit', 'US', 'decoding'),
  numbers('00280103', 'PixelRepresentation', 'US', 'decoding'),
  numbers('00280106', 'SmallestImagePixelValue', 'US SS', 'display'),
  numbers('00280107', 'LargestImagePixelValue', 'US SS', 'display'),
  numbers('00280120', 'PixelPaddingValue', 'US SS', 'display'),
  ...windowing,
  ...rescale,
  codes('00282110', 'LossyImageCompression', 'CS', 'to be shown to the reader'),
  numbers('00282112', 'LossyImageCompressionRatio', 'DS', 'to be shown to the reader'),
  items(
    '00540016',
    'RadiopharmaceuticalInformationSequence',
    'standardised uptake value',
    [
      of('time', '00181072', 'RadiopharmaceuticalStartTime', 'TM', 'decay correction'),
      numbers('00181074', 'RadionuclideTotalDose', 'DS', 'standardised uptake value'),
      numbers('00181075', 'RadionuclideHalfLife', 'DS', 'decay correction'),
      numbers('00181076', 'RadionuclidePositronFraction', 'DS', 'decay correction'),
      of('shiftedDate', '00181078', 'RadiopharmaceuticalStartDateTime', 'DT', 'decay correction'),
    ],
    { modalities: pet }
  ),
  codes('00541000', 'SeriesType', 'CS', 'static, dynamic, whole body', pet),
  codes('00541001', 'Units', 'CS', 'standardised uptake value', pet),
  codes('00541006', 'SUVType', 'CS', 'standardised uptake value', pet),
  codes('00541102', 'DecayCorrection', 'CS', 'standardised uptake value', pet),
  numbers('00541300', 'FrameReferenceTime', 'DS', 'decay correction', pet),
  numbers('00541321', 'DecayFactor', 'DS', 'decay correction', pet),
  items(
    '52009229',
    'SharedFunctionalGroupsSequence',
    'geometry of multi-frame images',
    functionalGroups
  ),
  items(
    '52009230',
    'PerFrameFunctionalGroupsSequence',
    'geometry of multi-frame images',
    functionalGroups
  ),
];
