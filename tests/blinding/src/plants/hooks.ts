import type { ResolveHook } from 'node:module';

/** Modules of the server that have a copy with plants, by their path in its build; the copy's name in this folder. */
const copies: Readonly<Record<string, string>> = {
  'platform/server/dist/blinding/blind.js': 'blind.js',
  'platform/server/dist/dicomweb/stored-content.js': 'storedContent.js',
  'platform/server/dist/http/access.js': 'access.js',
};

const copyOf = (url: string): string | null => {
  const [, copy] = Object.entries(copies).find(([path]) => url.endsWith(`/${path}`)) ?? [];
  return copy === undefined ? null : new URL(`./copies/${copy}`, import.meta.url).href;
};

/** Gives the copy to everybody who asks for the module, and the module itself to its copy. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const resolved = await next(specifier, context);
  const copy = copyOf(resolved.url);
  return copy === null || context.parentURL === copy ? resolved : { ...resolved, url: copy };
};
