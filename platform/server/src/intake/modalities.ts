/** Modalities that the reading modes and the blinding's allow-list know. */
export const readableModalities: readonly string[] = ['CT', 'MR', 'PT'];

/** Other modalities of images (PS3.3 C.7.3.1.1.1) that a series may honestly have. */
const otherImages =
  'AR BI CR DX ES GM IO IVOCT IVUS MG NM OCT OP OPT OT PX RF RG SM TG US XA XC'.split(' ');

/** Objects beside the images: nothing a reader would miss. */
const notImages = (
  'ANN AU DOC ECG EEG EMG EPS FID HC HD IOL KER KO LEN M3D PLAN PR REG RESP RTDOSE RTIMAGE RTPLAN RTRECORD ' +
  'RTSTRUCT RWV SEG SMR SR STAIN VA'
).split(' ');

/** Whether a reader would look for such a series among the images. */
export const isImageModality = (modality: string): boolean => !notImages.includes(modality);

/** The modality as it may be told to a browser: one of DICOM's terms, OT (other) for any other text. */
export const namedModality = (modality: string): string =>
  [...readableModalities, ...otherImages, ...notImages].includes(modality) ? modality : 'OT';
