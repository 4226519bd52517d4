/** Bytes from a file's start in which its study's UID is looked for. */
export const headBytes = 64 * 1024;

/** (0020,000D) StudyInstanceUID in little endian. */
const tag = [0x20, 0x00, 0x0d, 0x00];
const longestUid = 64;

const uidAt = (bytes: Uint8Array, start: number, length: number): string | null => {
  if (length < 1 || length > longestUid || start + length > bytes.length) return null;
  const text = String.fromCharCode(...bytes.subarray(start, start + length));
  const uid = text.replace(/[\0 ]+$/, '');
  return /^[0-9]+(?:\.[0-9]+)+$/.test(uid) ? uid : null;
};

/**
 * StudyInstanceUID (0020,000D) in the first bytes of a DICOM file of little endian, explicit or implicit (PS3.5, 7.1); null
 * where none is found. It decides alone which files are sent together: what a file is, the server says.
 */
export function studyUidIn(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; at += 1) {
    if (!tag.every((byte, place) => bytes[at + place] === byte)) continue;
    const isExplicit = bytes[at + 4] === 0x55 && bytes[at + 5] === 0x49;
    const length = isExplicit ? view.getUint16(at + 6, true) : view.getUint32(at + 4, true);
    const uid = uidAt(bytes, at + 8, length);
    if (uid !== null) return uid;
  }
  return null;
}
