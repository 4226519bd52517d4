import { pathToFileURL } from 'node:url';

export { load } from '../../tests/runner/hooks.mjs';

// Module hooks (node:module `register`): the rule packages' TypeScript and its tests as they stand in one folder, with
// the same resolution as jest.config.mjs: other packages by their sources, `./x.js` by `./x.ts`.

let root;
const beside = name => new URL(name, import.meta.url).href;
const replaced = new Map([
  ['@jest/globals', beside('./testGlobals.mjs')],
  ['fast-check', beside('./fewProperties.mjs')],
]);

/** @param {{ root: string }} data the folder that has `platform`. */
export function initialize(data) {
  root = pathToFileURL(`${data.root}/`);
}

export function resolve(specifier, context, next) {
  if (!context.parentURL?.endsWith('.ts')) return next(specifier, context);
  if (replaced.has(specifier)) return { url: replaced.get(specifier), shortCircuit: true };
  const own = /^@corelab\/([^/]+)$/.exec(specifier);
  if (own)
    return { url: new URL(`platform/${own[1]}/src/index.ts`, root).href, shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier)) {
    const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL).href;
    const perMutant = url.endsWith('/remembered.ts') && !context.parentURL.endsWith('.test.ts');
    return {
      url: perMutant ? `${beside('./rememberedPerMutant.mjs')}?of=${encodeURIComponent(url)}` : url,
      shortCircuit: true,
    };
  }
  return next(specifier, context);
}
