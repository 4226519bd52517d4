/**
 * SHA-256 of a file, in hex: what is recorded of a document that stays where it is.
 * @throws Error where the browser computes no hashes (outside https and localhost), or can't read the file.
 */
export async function documentHash(file: Pick<Blob, 'arrayBuffer'>): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw new Error('this address is not https.');
  const digest = await subtle.digest('SHA-256', new Uint8Array(await file.arrayBuffer()));
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
