import * as original from '../../../../../platform/server/dist/blinding/blind.js';
import { activePlant } from '../plant.js';

export * from '../../../../../platform/server/dist/blinding/blind.js';

/** The policy, but for what is planted. */
export const blindDataset: typeof original.blindDataset = (dataset, ...rest) => {
  const blinded = original.blindDataset(dataset, ...rest);
  switch (activePlant()) {
    case 'birthDate': {
      const birthDate = dataset['00100030'];
      return birthDate === undefined ? blinded : { ...blinded, '00100030': birthDate };
    }
    case 'privateBlock': {
      const text = JSON.stringify(dataset['00091001'] ?? null);
      const coded = Buffer.from(text).toString('hex').toUpperCase();
      return { ...blinded, '00081030': { vr: 'LO', Value: [coded] } };
    }
    default:
      return blinded;
  }
};
