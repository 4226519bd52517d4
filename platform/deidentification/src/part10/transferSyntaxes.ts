/** What frames of encapsulated pixel data are, as far as text may hide in them. */
export type Compression = 'jpeg' | 'jpegLs' | 'jpeg2000' | 'rle';

export interface TransferSyntax {
  readonly uid: string;
  readonly name: string;
  readonly explicit: boolean;
  readonly littleEndian: boolean;
  /** The dataset after the file meta is one raw deflate stream. */
  readonly deflated: boolean;
  /** Null for native pixels. */
  readonly compression: Compression | null;
}

const native = (
  uid: string,
  name: string,
  differs: Partial<TransferSyntax> = {}
): TransferSyntax => ({
  ...{ uid, name, explicit: true, littleEndian: true, deflated: false, compression: null },
  ...differs,
});

const encapsulated = (
  numbers: readonly string[],
  name: string,
  compression: Compression
): readonly TransferSyntax[] =>
  numbers.map(number => native(`1.2.840.10008.1.2.${number}`, name, { compression }));

/**
 * PS3.5, annex A, those of images that can be searched for text. Not video, whose streams have user data, and not JPEG XL,
 * whose boxes do.
 */
export const transferSyntaxes: readonly TransferSyntax[] = [
  native('1.2.840.10008.1.2', 'Implicit VR Little Endian', { explicit: false }),
  native('1.2.840.10008.1.2.1', 'Explicit VR Little Endian'),
  native('1.2.840.10008.1.2.1.99', 'Deflated Explicit VR Little Endian', { deflated: true }),
  native('1.2.840.10008.1.2.2', 'Explicit VR Big Endian (retired)', { littleEndian: false }),
  ...encapsulated(['4.50', '4.51', '4.52', '4.53', '4.54', '4.55', '4.56', '4.57'], 'JPEG', 'jpeg'),
  ...encapsulated(
    ['4.58', '4.59', '4.60', '4.61', '4.62', '4.63', '4.64', '4.65', '4.66', '4.70'],
    'JPEG',
    'jpeg'
  ),
  ...encapsulated(['4.80', '4.81'], 'JPEG-LS', 'jpegLs'),
  ...encapsulated(['4.90', '4.91', '4.92', '4.93'], 'JPEG 2000', 'jpeg2000'),
  ...encapsulated(['4.201', '4.202', '4.203'], 'High-Throughput JPEG 2000', 'jpeg2000'),
  ...encapsulated(['5'], 'RLE', 'rle'),
];

const byUid = new Map(transferSyntaxes.map(one => [one.uid, one]));

export const transferSyntaxOf = (uid: string): TransferSyntax | undefined => byUid.get(uid);
