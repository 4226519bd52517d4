import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fetchHost, integrityOf } from './hostPackage.js';

describe('fetchHost', () => {
  let cache = '';
  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'corelab-host-'));
  });
  afterEach(() => rm(cache, { recursive: true, force: true }));

  const placed = async (integrity: (bytes: Buffer) => string) => {
    await mkdir(join(cache, 'made/package/dist'), { recursive: true });
    await writeFile(join(cache, 'made/package/dist/index.html'), '<html></html>');
    await writeFile(join(cache, 'made/package/dist/a.js.map'), '{}');
    execFileSync('tar', ['-czf', join(cache, 'made.tgz'), '-C', join(cache, 'made'), 'package']);
    const bytes = await readFile(join(cache, 'made.tgz'));
    const host = { name: 'a-host', version: '1.0.0', integrity: integrity(bytes) };
    const key = createHash('sha256').update(host.integrity).digest('hex').slice(0, 32);
    const tarball = join(cache, `host-${key}.tgz`);
    await writeFile(tarball, bytes);
    return { host, tarball };
  };

  it('unpacks a tarball whose hash is the pinned one, without source maps', async () => {
    const { host } = await placed(integrityOf);
    const dist = await fetchHost({ host, cache });
    expect(existsSync(join(dist, 'index.html'))).toBe(true);
    expect(existsSync(join(dist, 'a.js.map'))).toBe(false);
    expect(await fetchHost({ host, cache })).toBe(dist);
  });

  it('refuses and removes a tarball with another hash', async () => {
    const { host, tarball } = await placed(() => 'sha512-other');
    await expect(fetchHost({ host, cache })).rejects.toMatchObject({ code: 'CL_HOST_INTEGRITY' });
    expect(existsSync(tarball)).toBe(false);
  });
});
