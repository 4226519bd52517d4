import { ofBlood } from './blood.testdata.js';
import type { Subjected } from './course.testdata.js';
import { byDiameters } from './diameters.testdata.js';
import { ofLymphoma } from './lymphoma.testdata.js';
import { byProducts } from './products.testdata.js';
import { byUptake } from './uptake.testdata.js';

/** Every criterion of the registry by its id: one that is not here fails the suite. */
export const subjected: Readonly<Record<string, Subjected>> = {
  ...byDiameters,
  ...byProducts,
  ...ofLymphoma,
  ...ofBlood,
  ...byUptake,
};
