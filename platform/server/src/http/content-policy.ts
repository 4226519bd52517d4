import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { loginPages } from './login-page.js';

/** CSP sources (`'sha256-...'`) of the scripts that stand in a page itself. */
export const inlineScriptHashes = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc\s*=)[^>]*>([\s\S]*?)<\/script>/gi)]
    .map(match => match[1] ?? '')
    .filter(text => text.trim() !== '')
    .map(text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

/** The page's text, or null when the site is not built. */
const pageOf = async (siteFolder: string | null): Promise<string | null> => {
  if (siteFolder === null) return null;
  try {
    return await readFile(join(siteFolder, 'index.html'), 'utf8');
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw reason;
  }
};

/**
 * The policy the host lives with: scripts of the site and the inline ones by hash, WebAssembly, workers from
 * blobs. Script evaluation is for worker scripts alone (`workerPolicy`): a codec compiles code there.
 */
export const protectPages = async (
  app: FastifyInstance,
  options: { siteFolder: string | null; secure: boolean }
): Promise<void> => {
  const host = await pageOf(options.siteFolder);
  const hashes = [
    ...new Set([...Object.values(loginPages), host ?? ''].flatMap(inlineScriptHashes)),
  ];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", ...hashes],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'blob:', 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: options.secure,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
};

/** Sent with worker scripts instead of the page's policy. */
export const workerPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; connect-src 'self' blob: data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
