import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { workerPolicy } from './content-policy.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/** Precompressed neighbours of a file, best first. */
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** A content hash in the name: the file under this name never changes. */
const hashed = /[./-][0-9a-f]{8,}\./;

const fileSize = async (path: string): Promise<{ size: number; mtimeMs: number } | null> => {
  try {
    const found = await stat(path);
    return found.isFile() ? found : null;
  } catch (reason) {
    const code = (reason as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    throw reason;
  }
};

/** The file a URL path names inside a folder; null when it would lie outside or is not a plain name. */
const inside = (folder: string, urlPath: string): string | null => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch (reason) {
    if (reason instanceof URIError) return null;
    throw reason;
  }
  if (decoded.includes('\0') || /(^|[\\/])\./.test(decoded)) return null;
  const path = normalize(join(folder, decoded));
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : null;
};

const accepted = (request: FastifyRequest, name: string): boolean =>
  String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .some(part => {
      const [coding, quality] = part.trim().split(';');
      return coding === name && !/q=0(\.0*)?$/.test(quality?.trim() ?? '');
    });

/**
 * Sends a file of a folder, precompressed if there is such a neighbour and the browser takes it; hashed names
 * for ever, others only after asking again. Returns false when there is no such file.
 */
export const sendFile = async (
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  urlPath: string
): Promise<boolean> => {
  const path = inside(folder, urlPath);
  if (path === null) return false;
  const plain = await fileSize(path);
  if (plain === null) return false;
  let chosen = { path, size: plain.size };
  let encoding: string | null = null;
  for (const { name, suffix } of encodings) {
    if (!accepted(request, name)) continue;
    const packed = await fileSize(path + suffix);
    if (packed === null) continue;
    chosen = { path: path + suffix, size: packed.size };
    encoding = name;
    break;
  }
  const etag = `"${Math.round(plain.mtimeMs).toString(36)}-${plain.size.toString(36)}-${encoding ?? 'id'}"`;
  reply
    .header('content-type', types[extname(path).toLowerCase()] ?? 'application/octet-stream')
    .header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('vary', 'accept-encoding, sec-fetch-dest')
    .header('etag', etag);
  if (request.headers['sec-fetch-dest'] === 'worker')
    reply.header('content-security-policy', workerPolicy);
  if (request.headers['if-none-match'] === etag) {
    await reply.code(304).send();
    return true;
  }
  if (encoding !== null) reply.header('content-encoding', encoding);
  reply.header('content-length', chosen.size);
  await reply.send(request.method === 'HEAD' ? undefined : createReadStream(chosen.path));
  return true;
};
