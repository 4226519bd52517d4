import entries from 'dcmjs/dictionary';

/** What dcmjs writes for attributes whose VR another attribute decides; the wider one stands for both. */
const decided: Readonly<Record<string, string>> = {
  ox: 'OW',
  xs: 'US',
  lt: 'OW',
  up: 'UL',
  na: '',
};

const plainTag = /^\(([0-9A-F]{4}),([0-9A-F]{4})\)$/;

const standard = new Map<number, string>();
for (const [key, { vr }] of Object.entries(entries)) {
  const found = plainTag.exec(key);
  const tag = Number.parseInt(`${found?.[1] ?? ''}${found?.[2] ?? ''}`, 16);
  if (found !== null && typeof vr === 'string' && ((tag >>> 16) & 1) === 0)
    standard.set(tag, decided[vr] ?? vr);
}

/** VR of a standard attribute (PS3.6, the edition of dcmjs); undefined for a tag that the standard does not have. */
export const dictionaryVr = (tag: number): string | undefined => standard.get(tag);
