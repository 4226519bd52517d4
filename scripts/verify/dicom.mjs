import { randomInt } from 'node:crypto';
import { campaign, numberAt } from './campaign.mjs';

// `npm run verify:dicom [-- --files N] [-- --seed N]`: broken and hostile DICOM files, each by an upload, by STOW-RS and through
// a real Orthanc's feed, more than `npm test` brings (platform/server/src/http/dicom-hostile.test.ts) and from another seed each
// time. What fails says its family, its variant and its way. Exit 0 each became what it should, 1 one did not, 2 the command is
// wrong.

const files = numberAt('--files', 500);
const seed = numberAt('--seed', randomInt(2 ** 31 - 1));

await campaign(`${files} hostile DICOM files from seed ${seed}`, {
  tests: 'http/dicom-hostile',
  limitMs: 300_000 + files * 6000,
  environment: { CORELAB_DICOM_FILES: String(files), CORELAB_DICOM_SEED: String(seed) },
});
