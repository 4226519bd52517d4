import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ViewerError } from './viewerError.js';

const deflate = promisify(gzip);
const squeeze = promisify(brotliCompress);
const compressible = new Set(['.js', '.mjs', '.css', '.html', '.json', '.svg', '.wasm']);

/** Source text without comments, white space and long local names. Names at the top level and of classes stay. */
export async function minifyScript(name: string, source: string): Promise<string> {
  // Loaded here alone: the server imports this package and never minifies.
  const { minify } = await import('@swc/core');
  try {
    const { code } = await minify(source, {
      compress: { passes: 1, toplevel: false, keep_classnames: true },
      mangle: { toplevel: false, keep_classnames: true },
      ecma: 2022,
      module: false,
      sourceMap: false,
      format: { comments: false },
    });
    return code;
  } catch (cause) {
    throw new ViewerError('CL_HOST_MINIFY', `${name} could not be minified: ${String(cause)}`, {
      cause,
    });
  }
}

/** Writes the file and, where it pays, `.gz` and `.br` beside it. Large files get a faster brotli quality. */
export async function writeCompressed(target: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
  if (!compressible.has(extname(target)) || bytes.length < 1024) return;
  const quality = bytes.length > 4_000_000 ? 5 : 9;
  await writeFile(`${target}.gz`, await deflate(bytes, { level: 6 }));
  await writeFile(
    `${target}.br`,
    await squeeze(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    })
  );
}

/** One file of the host brought into the site: scripts minified, source map references left out. */
export async function bringFile(source: string, target: string): Promise<void> {
  const bytes = await readFile(source);
  if (extname(source) !== '.js' || source.endsWith('.min.js'))
    return writeCompressed(target, bytes);
  return writeCompressed(
    target,
    Buffer.from(await minifyScript(basename(source), bytes.toString('utf8')))
  );
}
