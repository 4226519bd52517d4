import { randomBytes } from 'node:crypto';

/** The media type of one frame as stored (PS3.18 table 8.7.3-5); uncompressed frames are octets. */
const mediaTypes: Readonly<Record<string, string>> = {
  '1.2.840.10008.1.2.4.50': 'image/jpeg',
  '1.2.840.10008.1.2.4.51': 'image/jpeg',
  '1.2.840.10008.1.2.4.57': 'image/jpeg',
  '1.2.840.10008.1.2.4.70': 'image/jpeg',
  '1.2.840.10008.1.2.4.80': 'image/jls',
  '1.2.840.10008.1.2.4.81': 'image/jls',
  '1.2.840.10008.1.2.4.90': 'image/jp2',
  '1.2.840.10008.1.2.4.91': 'image/jp2',
  '1.2.840.10008.1.2.4.201': 'image/jphc',
  '1.2.840.10008.1.2.4.202': 'image/jphc',
  '1.2.840.10008.1.2.4.203': 'image/jphc',
  '1.2.840.10008.1.2.5': 'image/dicom-rle',
};

/** Frames as multipart/related with nothing in the part headers but the type: no location, no names. */
export const multipartFrames = (
  frames: readonly Uint8Array[],
  transferSyntax: string
): { readonly contentType: string; readonly body: Buffer } => {
  const boundary = `frame-${randomBytes(18).toString('hex')}`;
  const type = mediaTypes[transferSyntax] ?? 'application/octet-stream';
  const head = `--${boundary}\r\nContent-Type: ${type}; transfer-syntax=${transferSyntax}\r\n\r\n`;
  const parts = frames.flatMap((frame, index) => [
    Buffer.from(index === 0 ? head : `\r\n${head}`),
    frame,
  ]);
  return {
    contentType: `multipart/related; type="${type}"; boundary=${boundary}`,
    body: Buffer.concat([...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
};
