const boundary = 'corelab-test-boundary';

/** A multipart body of files and the header that goes with it. */
export const multipartBody = (
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  kind: 'form-data' | 'related' = 'form-data'
): { bytes: Uint8Array; headers: Record<string, string> } => ({
  bytes: Buffer.concat([
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Type: application/dicom\r\n${
          kind === 'form-data'
            ? `Content-Disposition: form-data; name="file"; filename="${name}"\r\n`
            : ''
        }\r\n`
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]),
  headers: {
    'content-type':
      kind === 'form-data'
        ? `multipart/form-data; boundary=${boundary}`
        : `multipart/related; type="application/dicom"; boundary=${boundary}`,
  },
});
