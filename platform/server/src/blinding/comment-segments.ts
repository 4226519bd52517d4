const marker = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** JPEG and JPEG-LS: APPn and COM may hold text; APP8 (`mrfx`, JPEG-LS colour) and APP14 (Adobe) steer decoding. */
const dropJpeg = (code: number): boolean =>
  code === 0xfffe || (code >= 0xffe0 && code <= 0xffef && code !== 0xffe8 && code !== 0xffee);

const stripSegments = (
  bytes: Uint8Array,
  stop: number,
  drop: (code: number) => boolean
): Uint8Array => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const code = marker(bytes, at);
    if (code === stop || code < 0xff01) break;
    const end = at + 2 + marker(bytes, at + 2);
    if (end <= at + 2 || end > bytes.length) break;
    if (!drop(code)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  kept.push(bytes.subarray(at));
  return Buffer.concat(kept);
};

const jpegSyntaxes = /^1\.2\.840\.10008\.1\.2\.4\.(5\d|6\d|70|80|81)$/;
const jpeg2000Syntaxes = /^1\.2\.840\.10008\.1\.2\.4\.(90|91|92|93|201|202|203)$/;

/**
 * A frame without the text its compressed stream may carry: comment and application segments of the header of
 * JPEG, JPEG-LS, JPEG 2000. Pixel data is untouched; uncompressed and RLE frames come back as they are.
 */
export const stripComments = (frame: Uint8Array, transferSyntax: string): Uint8Array => {
  if (jpegSyntaxes.test(transferSyntax) && marker(frame, 0) === 0xffd8) {
    return stripSegments(frame, 0xffda, dropJpeg);
  }
  if (jpeg2000Syntaxes.test(transferSyntax) && marker(frame, 0) === 0xff4f) {
    return stripSegments(frame, 0xff90, code => code === 0xff64);
  }
  return frame;
};
