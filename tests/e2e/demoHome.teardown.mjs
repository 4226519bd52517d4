import { rm } from 'node:fs/promises';

/** Removes what demoHome.setup.mjs made. */
export default async function removeDemoHome() {
  await rm(process.env.CORELAB_DEMO_HOME, { recursive: true, force: true });
}
