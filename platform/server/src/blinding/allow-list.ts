/**
 * What passes to a reader, by attribute and kind of image. Everything not named here is dropped: every private attribute,
 * overlay, curve, free text and identifier.
 * Sources: PS3.3 (modules), PS3.15 annex E (confidentiality profiles), the host's own reads of metadata.
 */
import { codedValues } from './coded-values.js';
import { inForm, items, numbers, of, type Allowed } from './forms.js';
import { ctIods, mrIods, petIods } from './iods.js';
import { fieldStrengths, tubeVoltages } from './standard-values.js';
import type { Reason } from './reasons.js';
import { makers, productLines } from './scanner-names.js';

type More = Pick<Allowed, 'iods' | 'by'>;

const codes = (
  tag: string,
  keyword: keyof typeof codedValues,
  vr: string,
  why: Reason,
  more: More = {}
): Allowed => inForm(tag, keyword, vr, why, { pass: 'codes', values: codedValues[keyword] }, more);

const computed = (
  tag: string,
  keyword: string,
  vr: string,
  why: Reason,
  from: Extract<Allowed['form'], { pass: 'computed' }>['from'],
  more: More = {}
): Allowed => inForm(tag, keyword, vr, why, { pass: 'computed', from }, more);

/** A number by which display does not go to more than three digits. */
const threeDigits = (tag: string, keyword: string, more: More): Allowed =>
  inForm(tag, keyword, 'DS', 'weighting', { pass: 'rounded', digits: 3 }, more);

const pet: More = { iods: petIods };
const ct: More = { iods: ctIods };
const mr: More = { iods: mrIods };

/** A date and a time of day of PET, which move together. */
const petMoment = (
  dateTag: string,
  dateKeyword: string,
  timeTag: string,
  timeKeyword: string
): readonly Allowed[] => [
  inForm(
    dateTag,
    dateKeyword,
    'DA',
    'decay',
    { pass: 'date', time: timeTag },
    { ...pet, by: 'dates' }
  ),
  inForm(
    timeTag,
    timeKeyword,
    'TM',
    'decay',
    { pass: 'time', date: dateTag },
    { ...pet, by: 'dates' }
  ),
];

const seriesDate = '00080021';

const planePosition = [numbers('00200032', 'ImagePositionPatient', 'DS', 'geometry')];
const planeOrientation = [numbers('00200037', 'ImageOrientationPatient', 'DS', 'geometry')];
const pixelMeasures = [
  numbers('00180050', 'SliceThickness', 'DS', 'measurability'),
  numbers('00180088', 'SpacingBetweenSlices', 'DS', 'geometry'),
  numbers('00280030', 'PixelSpacing', 'DS', 'distances'),
];
const windowing = [
  inForm('00281050', 'WindowCenter', 'DS', 'display', { pass: 'window', part: 'center' }),
  inForm('00281051', 'WindowWidth', 'DS', 'display', { pass: 'window', part: 'width' }),
  codes('00281056', 'VOILUTFunction', 'CS', 'display'),
];
const rescale = [
  numbers('00281052', 'RescaleIntercept', 'DS', 'pixelValues'),
  numbers('00281053', 'RescaleSlope', 'DS', 'pixelValues'),
  codes('00281054', 'RescaleType', 'LO', 'pixelValues'),
];
const functionalGroups = [
  items('00209113', 'PlanePositionSequence', 'geometry', planePosition),
  items('00209116', 'PlaneOrientationSequence', 'geometry', planeOrientation),
  items('00289110', 'PixelMeasuresSequence', 'distances', pixelMeasures),
  items('00289132', 'FrameVOILUTSequence', 'display', windowing),
  items('00289145', 'PixelValueTransformationSequence', 'pixelValues', rescale),
];
const referencedImage = [
  of('standardUid', '00081150', 'ReferencedSOPClassUID', 'UI', 'kind'),
  of('mappedUid', '00081155', 'ReferencedSOPInstanceUID', 'UI', 'identity'),
];
const radiopharmaceutical = [
  inForm(
    '00181072',
    'RadiopharmaceuticalStartTime',
    'TM',
    'decay',
    { pass: 'time', date: seriesDate },
    { by: 'dates' }
  ),
  numbers('00181074', 'RadionuclideTotalDose', 'DS', 'uptake'),
  numbers('00181075', 'RadionuclideHalfLife', 'DS', 'decay'),
  of('dateTime', '00181078', 'RadiopharmaceuticalStartDateTime', 'DT', 'decay', { by: 'dates' }),
];

/** The list for the top level of an image. */
export const allowList: readonly Allowed[] = [
  codes('00080008', 'ImageType', 'CS', 'kind'),
  of('standardUid', '00080016', 'SOPClassUID', 'UI', 'kind'),
  of('mappedUid', '00080018', 'SOPInstanceUID', 'UI', 'identity'),
  computed('00080020', 'StudyDate', 'DA', 'time', 'timepointDate', { by: 'dates' }),
  ...petMoment(seriesDate, 'SeriesDate', '00080031', 'SeriesTime'),
  ...petMoment('00080022', 'AcquisitionDate', '00080032', 'AcquisitionTime'),
  ...petMoment('00080023', 'ContentDate', '00080033', 'ContentTime'),
  codes('00080060', 'Modality', 'CS', 'kind'),
  inForm(
    '00080070',
    'Manufacturer',
    'LO',
    'scanner',
    { pass: 'names', names: makers },
    { by: 'manufacturer' }
  ),
  inForm(
    '00081090',
    'ManufacturerModelName',
    'LO',
    'scanner',
    { pass: 'names', names: productLines },
    { by: 'manufacturer' }
  ),
  computed('0008103E', 'SeriesDescription', 'LO', 'role', 'role'),
  items('00081140', 'ReferencedImageSequence', 'geometry', referencedImage, {
    required: '00081155',
  }),
  computed('00083002', 'AvailableTransferSyntaxUID', 'UI', 'decoding', 'transferSyntax'),
  computed('00100010', 'PatientName', 'PN', 'subject', 'subjectCode'),
  computed('00100020', 'PatientID', 'LO', 'subject', 'subjectCode'),
  codes('00100040', 'PatientSex', 'CS', 'sexAge', { by: 'sexAge' }),
  codes('00100040', 'PatientSex', 'CS', 'leanBodyMass', { ...pet, by: 'leanBodyMass' }),
  computed('00101010', 'PatientAge', 'AS', 'sexAge', 'age', { by: 'sexAge' }),
  numbers('00101020', 'PatientSize', 'DS', 'leanBodyMass', { ...pet, by: 'leanBodyMass' }),
  numbers('00101030', 'PatientWeight', 'DS', 'uptake', pet),
  numbers('00180050', 'SliceThickness', 'DS', 'measurability'),
  inForm('00180060', 'KVP', 'DS', 'density', { pass: 'nearest', values: tubeVoltages }, ct),
  threeDigits('00180080', 'RepetitionTime', mr),
  threeDigits('00180081', 'EchoTime', mr),
  threeDigits('00180082', 'InversionTime', mr),
  inForm(
    '00180087',
    'MagneticFieldStrength',
    'DS',
    'weighting',
    { pass: 'nearest', values: fieldStrengths },
    mr
  ),
  numbers('00180088', 'SpacingBetweenSlices', 'DS', 'geometry'),
  numbers('00181120', 'GantryDetectorTilt', 'DS', 'geometry', ct),
  numbers('00181242', 'ActualFrameDuration', 'IS', 'decay', pet),
  threeDigits('00181314', 'FlipAngle', mr),
  codes('00185100', 'PatientPosition', 'CS', 'geometry'),
  numbers('00189087', 'DiffusionBValue', 'FD', 'weighting', mr),
  computed('0020000D', 'StudyInstanceUID', 'UI', 'identity', 'study'),
  of('mappedUid', '0020000E', 'SeriesInstanceUID', 'UI', 'identity'),
  computed('00200011', 'SeriesNumber', 'IS', 'order', 'seriesNumber'),
  of('ordinal', '00200012', 'AcquisitionNumber', 'IS', 'splitting'),
  computed('00200013', 'InstanceNumber', 'IS', 'order', 'imagePlace'),
  numbers('00200032', 'ImagePositionPatient', 'DS', 'geometry'),
  numbers('00200037', 'ImageOrientationPatient', 'DS', 'geometry'),
  of('mappedUid', '00200052', 'FrameOfReferenceUID', 'UI', 'identity'),
  of('ordinal', '00200100', 'TemporalPositionIdentifier', 'IS', 'splitting'),
  numbers('00200105', 'NumberOfTemporalPositions', 'IS', 'splitting'),
  numbers('00280002', 'SamplesPerPixel', 'US', 'decoding'),
  codes('00280004', 'PhotometricInterpretation', 'CS', 'decoding'),
  numbers('00280006', 'PlanarConfiguration', 'US', 'decoding'),
  numbers('00280008', 'NumberOfFrames', 'IS', 'decoding'),
  numbers('00280010', 'Rows', 'US', 'decoding'),
  numbers('00280011', 'Columns', 'US', 'decoding'),
  numbers('00280030', 'PixelSpacing', 'DS', 'distances'),
  codes('00280051', 'CorrectedImage', 'CS', 'uptake', pet),
  numbers('00280100', 'BitsAllocated', 'US', 'decoding'),
  numbers('00280101', 'BitsStored', 'US', 'decoding'),
  numbers('00280102', 'HighBit', 'US', 'decoding'),
  numbers('00280103', 'PixelRepresentation', 'US', 'decoding'),
  numbers('00280120', 'PixelPaddingValue', 'US SS', 'display'),
  ...windowing,
  ...rescale,
  codes('00282110', 'LossyImageCompression', 'CS', 'compression'),
  inForm('00282112', 'LossyImageCompressionRatio', 'DS', 'compression', {
    pass: 'rounded',
    digits: 2,
  }),
  items('00540016', 'RadiopharmaceuticalInformationSequence', 'uptake', radiopharmaceutical, pet),
  codes('00541000', 'SeriesType', 'CS', 'splitting', pet),
  codes('00541001', 'Units', 'CS', 'uptake', pet),
  codes('00541006', 'SUVType', 'CS', 'uptake', pet),
  codes('00541102', 'DecayCorrection', 'CS', 'decay', pet),
  numbers('00541300', 'FrameReferenceTime', 'DS', 'decay', pet),
  items('52009229', 'SharedFunctionalGroupsSequence', 'geometry', functionalGroups),
  items('52009230', 'PerFrameFunctionalGroupsSequence', 'geometry', functionalGroups),
];
