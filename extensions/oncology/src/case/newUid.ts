/** A DICOM UID from 16 random bytes: 2.25 and their value in decimal (PS3.5 B.2, ITU-T X.667). */
export function newUid(bytes: Uint8Array): string {
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return `2.25.${value.toString(10)}`;
}
