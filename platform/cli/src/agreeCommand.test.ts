import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreeCommand } from './agreeCommand.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelab-agree-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(input: unknown) {
  const file = join(folder, 'input.json');
  await writeFile(file, JSON.stringify(input));
  return agreeCommand.run(['--input', file]);
}

const icc = {
  statistic: 'icc',
  model: '2,1',
  ratings: [
    [9, 10],
    [6, 7],
    [8, 8],
    [4, 6],
    [10, 9],
  ],
};
const alike = { statistic: 'kappa', categories: ['CR', 'PD'], ratings: [['CR', 'CR']] };

describe('corelab agree', () => {
  it('answers one input with one result', async () => {
    const { exitCode, output } = await run(icc);
    expect(exitCode).toBe(0);
    expect(output).toMatchObject({ statistic: 'icc', model: '2,1', n: 5, raters: 2 });
  });
  it('counts what is not estimable as done, with null and its reason', async () => {
    const { exitCode, output } = await run(alike);
    expect(exitCode).toBe(0);
    expect(output).toMatchObject({ value: null, reason: expect.stringContaining('0/0') });
  });
  it('answers an array in order, with the error in the place of what is refused', async () => {
    const { exitCode, output } = await run([icc, { ...icc, model: '4,1' }, alike]);
    expect(exitCode).toBe(1);
    expect(output).toMatchObject([
      { statistic: 'icc' },
      {
        error: {
          code: 'CL_AGREEMENT_INPUT',
          path: '/model',
          message: '/model: expected one of "1,1", "2,1", "3,1", "1,k", "2,k", "3,k", found "4,1"',
        },
      },
      { statistic: 'kappa' },
    ]);
  });
  it('prints the schemas of all statistics', () => {
    const schema = JSON.parse(JSON.stringify(agreeCommand.schema)) as Record<
      'input' | 'output',
      { anyOf: { properties: { statistic: { const: string } } }[] }
    >;
    const named = ({ anyOf }: (typeof schema)['input']) =>
      anyOf.map(({ properties }) => properties.statistic.const);
    expect(named(schema.input)).toHaveLength(11);
    expect(named(schema.input)).toContain('within-subject-sd');
    expect(named(schema.output)).toEqual(named(schema.input));
  });
  it('refuses an option it does not have', async () => {
    await expect(agreeCommand.run(['--fast'])).rejects.toThrow('--fast');
  });
});
