/** Why an attribute passes; docs/blinding.md and the pages have the words. */
export const reasons = [
  'identity',
  'subject',
  'role',
  'order',
  'kind',
  'decoding',
  'pixelValues',
  'geometry',
  'distances',
  'measurability',
  'display',
  'compression',
  'splitting',
  'weighting',
  'density',
  'uptake',
  'decay',
  'leanBodyMass',
  'sexAge',
  'time',
  'scanner',
] as const;

export type Reason = (typeof reasons)[number];
