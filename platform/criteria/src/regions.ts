/** Parts of the body whose images a reader judges; closed, from head to foot. */
export const regions = [
  'head',
  'neck',
  'chest',
  'abdomen',
  'pelvis',
  'extremities',
  'bones',
] as const;

export type Region = (typeof regions)[number];

/** What an examination of the trunk covers; a charter may say otherwise. */
export const standardRegions: readonly Region[] = ['neck', 'chest', 'abdomen', 'pelvis'];
