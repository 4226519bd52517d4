import { describe, expect, it } from '@jest/globals';
import { studyUidIn } from './studyOfFile.js';

const ascii = (text: string): number[] => [...text].map(one => one.charCodeAt(0));
const uid = '1.2.826.0.1.12';
const before = [...Array<number>(128).fill(0), ...ascii('DICM'), 0x08, 0x00, 0x60, 0x00];

describe('the study of a file', () => {
  it('is found in explicit and in implicit little endian, without its padding', () => {
    const tag = [0x20, 0x00, 0x0d, 0x00];
    const explicit = [...tag, ...ascii('UI'), 16, 0, ...ascii(uid), 0, 0];
    const implicit = [...tag, 16, 0, 0, 0, ...ascii(uid), 0, 0];
    expect(studyUidIn(Uint8Array.from([...before, ...explicit]))).toBe(uid);
    expect(studyUidIn(Uint8Array.from([...before, ...implicit]))).toBe(uid);
  });

  it('is not taken from bytes that look like its tag', () => {
    const tag = [0x20, 0x00, 0x0d, 0x00];
    const noUid = [...tag, ...ascii('UI'), 4, 0, ...ascii('wxyz')];
    const cut = [...tag, ...ascii('UI'), 60, 0, ...ascii(uid)];
    expect(studyUidIn(Uint8Array.from([...before, ...noUid]))).toBeNull();
    expect(studyUidIn(Uint8Array.from([...before, ...cut]))).toBeNull();
    expect(studyUidIn(new Uint8Array(0))).toBeNull();
  });
});
