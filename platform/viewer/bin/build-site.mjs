#!/usr/bin/env node
/** Builds platform/viewer/dist-site. Needs `tsc -b platform/viewer` once. */
const started = Date.now();
const log = message => process.stderr.write(`${message}\n`);
try {
  const { buildSite } = await import('../dist/index.js').catch(cause => {
    throw cause.code === 'ERR_MODULE_NOT_FOUND'
      ? new Error('platform/viewer is not built: run npx tsc -b platform/viewer first')
      : cause;
  });
  const { directory, rebuilt, files } = await buildSite({ log });
  log(
    `${directory}: ${files} files, ${rebuilt ? 'built' : 'unchanged'}, ${Date.now() - started} ms`
  );
} catch (error) {
  log(`${error.code ? `${error.code}: ` : ''}${error.message}`);
  process.exitCode = 1;
}
