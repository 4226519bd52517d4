import loadCharls from '@cornerstonejs/codec-charls/wasmjs';

type Charls = Awaited<ReturnType<typeof loadCharls>>;
let charls: Promise<Charls> | undefined;

/**
 * Compresses one 12-bit greyscale image with JPEG-LS, lossless.
 * @param pixels width x height stored values, row by row
 * @returns the JPEG-LS stream, padded to even length
 * @throws Error when the image and its size do not fit
 */
export async function encodeJpegLs(
  pixels: Uint16Array,
  width: number,
  height: number
): Promise<Uint8Array> {
  if (pixels.length !== width * height)
    throw new Error(`JPEG-LS: ${pixels.length} pixels are not ${width} x ${height}`);
  charls ??= loadCharls();
  const { JpegLSEncoder } = await charls;
  const encoder = new JpegLSEncoder();
  const frame = { width, height, bitsPerSample: 12, componentCount: 1 };
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  encoder.getDecodedBuffer(frame).set(bytes);
  encoder.setNearLossless(0);
  encoder.encode();
  const encoded = encoder.getEncodedBuffer();
  const even = new Uint8Array(encoded.length + (encoded.length % 2));
  even.set(encoded);
  encoder.delete();
  return even;
}

/** Expands a lossless JPEG-LS stream of a 16-bit container, row by row. */
export async function decodeJpegLs(stream: Uint8Array): Promise<Uint16Array> {
  charls ??= loadCharls();
  const { JpegLSDecoder } = await charls;
  const decoder = new JpegLSDecoder();
  decoder.getEncodedBuffer(stream.length).set(stream);
  decoder.decode();
  const bytes = decoder.getDecodedBuffer().slice();
  decoder.delete();
  return new Uint16Array(bytes.buffer);
}
