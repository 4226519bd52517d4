import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/wasm-typescript';

// Hooks of Node's module loader by which tests run on the sources, as webpack and TypeScript resolve them.

const root = new URL('../../', import.meta.url);
/** Where the workspaces of a name are; the first that fits. */
const workspaces = [
  [/^@corelab\/extension-(.+)$/, 'extensions/$1/src/'],
  [/^@corelab\/mode-(.+)$/, 'modes/$1/src/'],
  [/^@corelab\/(phantoms|e2e|blinding)$/, 'tests/$1/src/'],
  [/^@corelab\/orthanc$/, 'orthanc/launcher/src/'],
  [/^@corelab\/([^/]+)$/, 'platform/$1/src/'],
];
const globals = new URL('globals.mjs', import.meta.url).href;

const sourceOf = new Map();
/** The source that a module in JavaScript would be compiled from, where there is one. */
function source(url) {
  if (!sourceOf.has(url)) {
    const path = url.replace(/\.js$/, '.ts');
    sourceOf.set(url, existsSync(fileURLToPath(path)) ? path : undefined);
  }
  return sourceOf.get(url);
}

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  for (const [name, folder] of workspaces) {
    if (!name.test(specifier)) continue;
    const index = new URL(`${specifier.replace(name, folder)}index.js`, root).href;
    const url = source(index);
    if (url !== undefined) return { url, shortCircuit: true };
  }
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL !== undefined) {
    const url = source(new URL(specifier, context.parentURL).href);
    if (url !== undefined) return { url, shortCircuit: true };
  }
  return next(specifier, context);
}

/** Also of the mutation campaign's modules (scripts/mutation/ruleSources.mjs). */
export async function load(url, context, next) {
  const [address] = url.split('?', 1);
  if (!address.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(address);
  // Types become blanks, so that lines and columns in a stack are those of the source: to map each stack takes long.
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    mode: 'strip-only',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
