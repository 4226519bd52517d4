import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages, missingDebianPackages } from '../debianPackages.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelab-packages-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('installing Debian packages', () => {
  it('forbids services while it runs and takes the policy away', async () => {
    const policy = join(folder, 'absent-policy');
    const seen: string[] = [];
    await installDebianPackages(
      ['some-package'],
      () => undefined,
      policy,
      async (program, args) => {
        seen.push(await readFile(policy, 'utf8'), [program, args.at(-1)].join(' '));
        return { code: 0, output: '' };
      }
    );
    expect(seen[0]).toContain('exit 101');
    expect(seen[1]).toBe('apt-get some-package');
    await expect(readFile(policy)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('leaves a policy that was there as it was, and fails with the words of apt-get', async () => {
    const policy = join(folder, 'policy');
    await writeFile(policy, 'theirs');
    const failing = installDebianPackages(
      ['gone'],
      () => undefined,
      policy,
      async () => ({
        code: 100,
        output: 'E: Unable to locate package gone',
      })
    );
    await expect(failing).rejects.toThrow('Unable to locate package gone');
    expect(await readFile(policy, 'utf8')).toBe('theirs');
  });

  it('reports a package that no one has as missing', async () => {
    expect(await missingDebianPackages(['corelab-no-such-package'])).toEqual([
      'corelab-no-such-package',
    ]);
  });
});
