import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpointsCommand } from './endpointsCommand.js';

const cohort = {
  subjects: [
    {
      id: 'S1',
      startDate: '2026-01-01',
      visits: [
        { date: '2026-02-26', response: 'PR' },
        { date: '2026-04-23', response: 'PR' },
        { date: '2026-06-18', response: 'PD', pdDate: '2026-06-17' },
      ],
      deathDate: null,
      newTherapyDate: null,
      lastContactDate: '2026-07-01',
      cutoffDate: null,
    },
  ],
  options: {
    confirmationDays: 28,
    minStableDays: 42,
    maxInterveningNE: 1,
    acceptInterveningSD: false,
    truncateAtPd: true,
  },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelab-endpoints-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
async function run(input: unknown) {
  const file = join(folder, 'input.json');
  await writeFile(file, typeof input === 'string' ? input : JSON.stringify(input));
  return endpointsCommand.run(['--input', file]);
}

describe('corelab endpoints', () => {
  it('answers the document of the design', async () => {
    const { exitCode, output } = await run(cohort);
    expect(exitCode).toBe(0);
    expect(output).toMatchObject({
      subjects: [
        {
          id: 'S1',
          bestOverallResponse: {
            unconfirmed: { value: 'PR', date: '2026-02-26' },
            confirmed: { value: 'PR', date: '2026-02-26' },
          },
          pfs: { days: 168, event: true, reason: 'progression', date: '2026-06-17' },
          dor: { days: 112, event: true },
        },
      ],
      cohort: { orr: { n: 1, of: 1, value: 1, upper: 1 }, pfs: { median: 168 } },
    });
  });
  it('answers an array in order, with the error in the place of what failed', async () => {
    const { exitCode, output } = await run([
      cohort,
      { subjects: [{ ...cohort.subjects[0], deathDate: '2026-03-01', lastContactDate: null }] },
      cohort,
    ]);
    expect(exitCode).toBe(1);
    expect(output).toMatchObject([
      { cohort: { n: 1 } },
      {
        error: {
          code: 'CL_ENDPOINT_DATES',
          path: '/subjects/0/visits/1/date',
          subject: 'S1',
          message: 'subject S1: visits/1/date is after death (2026-03-01)',
        },
      },
      { cohort: { n: 1 } },
    ]);
  });
  it('refuses what is not JSON, and arguments it does not know', async () => {
    await expect(run('{')).rejects.toThrow(expect.objectContaining({ code: 'CL_JSON' }));
    await expect(endpointsCommand.run(['--fast'])).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })
    );
  });
  it('has its schemas', () => {
    expect(endpointsCommand.schema).toMatchObject({
      input: { type: 'object' },
      output: { type: 'object' },
    });
  });
});
