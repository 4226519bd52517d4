import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { reasonFor } from './survivors.mjs';

const folder = new URL('./reasons/', import.meta.url);
const names = (await readdir(folder)).map(file => file.replace(/\.json$/, ''));

it.each(names)('the reasons of %s are complete and of that package', async name => {
  const reasons = JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8'));
  for (const reason of reasons) {
    expect(Object.keys(reason)).toEqual(Object.keys(reasonFor({})));
    expect(reason.file.startsWith(`platform/${name}/src/`)).toBe(true);
    expect(reason.why).toMatch(/\S+ \S+/);
  }
});
