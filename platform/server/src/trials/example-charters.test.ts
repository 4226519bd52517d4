import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { charterBench } from '../testing/charter-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { putInForce, testServer, type TestServer } from '../testing/test-server.js';
import { exampleCharters } from './example-charters.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('an example charter', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    for (const userName of [
      'reader1',
      'reader2',
      'reader3',
      'reader4',
      'adjudicator1',
      'manager1',
      'qc1',
      'admin1',
      'site101',
      'site102',
    ]) {
      await testAccount(server.deps, { userName, displayName: userName });
    }
  });
  afterEach(async () => {
    await server.close();
  });
  const sourceOf = async (name: string): Promise<string> => {
    const found = (await exampleCharters()).find(example => example.name === name);
    if (found === undefined) throw new Error(`no example ${name}`);
    return found.source;
  };

  it.each([
    ...['demo-onc', 'recist-third-read', 'recist-by-timepoint', 'recist-by-period'],
    ...['global-read', 'recist-consensus', 'recist-and-irecist', 'recist-all-visits'],
    ...['recist-with-confirmation', 'recist-two-readers-adjudication'],
    'clinical-facts',
  ])('%s is deployed and comes into force', async name => {
    await putInForce(server, await sourceOf(name));
    const versions = await server.deps.db.selectFrom('charter_version').select('state').execute();
    expect(versions).toEqual([{ state: 'effective' }]);
  });

  it.each([
    ['two-averaged', 'nothing to average'],
    ['consensus', '/imagingProtocol/roles/PT-AC'],
  ])('%s is refused with the reason', async (name, reason) => {
    const answer = await charterBench(server).deploy({ charter: await sourceOf(name) });
    expect(answer.json()).toMatchObject({ code: 'CL_CHARTER_UNSUPPORTED' });
    expect(answer.body).toContain(reason);
  });
});
