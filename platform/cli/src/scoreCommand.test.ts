import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scoreCommand } from './scoreCommand.js';

const answers = { vascular: 2, bleeding: 1, erosions: 2 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelab-score-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
async function run(input: unknown) {
  const file = join(folder, 'input.json');
  await writeFile(file, JSON.stringify(input));
  return scoreCommand.run(['--input', file]);
}

describe('corelab score', () => {
  it('answers the document of the design', async () => {
    const { exitCode, output } = await run({ instrument: 'uceis', answers });
    expect(exitCode).toBe(0);
    expect(output).toMatchObject({
      total: { metric: 'uceis', value: 5, nUsed: 3, nExpected: 3, prorated: false, flags: [] },
      subscores: [{ metric: 'class', value: 'moderate' }],
      missing: [],
      trace: [{ metric: 'uceis', how: 'sum of all 3 items' }, { metric: 'class' }],
    });
  });

  it('puts the refusal of one in its place, and scores the others', async () => {
    const { exitCode, output } = await run([
      { instrument: 'uceis', answers: { ...answers, bleeding: 4 } },
      { instrument: 'uceis', answers },
    ]);
    expect(exitCode).toBe(1);
    expect(output).toEqual([
      { error: { code: 'E-VALUE', at: 'bleeding', message: 'bleeding can not be 4' } },
      expect.objectContaining({ instrument: 'uceis' }),
    ]);
  });
});
