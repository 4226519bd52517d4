import { utf8ToBytes } from '@noble/hashes/utils';
import { type DataElement, sequence, value } from '../part10/element.js';
import { kindOf, valueRepresentations } from '../valueRepresentations.js';

export const canary = 'CANARYMILLER';

const texts: Readonly<Record<string, string>> = {
  AE: canary,
  AS: '063Y',
  CS: canary,
  DA: '20240229',
  DS: '72.5',
  DT: '20240229103000.5',
  IS: '1',
  TM: '103000',
  UI: '1.2.840.113619.2.55.3',
  UR: `https://${canary}.example`,
};

/** Attributes of which a value is kept only when it is one of their terms. */
const terms: ReadonlyMap<number, string> = new Map([
  [0x00080201, '+0100'],
  [0x00100040, 'F'],
  [0x00102203, 'ALTERED'],
  [0x001021a0, 'NO'],
]);

/** An element of a VR with a value that identifies: text a canary, a sequence an item with a patient's name. */
export const sample = (tag: number, vr: string): DataElement => {
  const kind = kindOf(vr);
  if (kind === 'sequence') return sequence(tag, [[value(0x00100010, 'PN', utf8ToBytes(canary))]]);
  if (kind === 'binary')
    return value(tag, vr, new Uint8Array(valueRepresentations[vr]?.size ?? 2).fill(7));
  if (kind === 'bulk' || kind === 'unknown') return value(tag, vr, utf8ToBytes(canary));
  return value(tag, vr, utf8ToBytes(terms.get(tag) ?? texts[vr] ?? canary));
};
