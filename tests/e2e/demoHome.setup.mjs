import { startProduct } from './dist/product.js';

/** Makes the demonstration once; every browser test begins on a copy of it (`startProduct`). */
export default async function makeDemoHome() {
  const product = await startProduct();
  await product.stop({ keepHome: true });
  process.env.CORELAB_DEMO_HOME = product.home;
}
