import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { courseBench } from '../testing/course-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { charterText, testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';
import { stagesOfRead } from './hanging-stages.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const written = `windowPresets: [{ name: Mediastinum, center: 50, width: 350 }]
hangingProtocols:
  - id: before-treatment
    kinds: [baseline]
    stages: [{ name: Words of the author, rows: 1, columns: 1, panes: [{ role: CT-PV-AX }] }]
  - id: under-treatment
    kinds: [follow-up]
    stages:
      - name: More words
        rows: 2
        columns: 1
        panes:
          - { role: CT-PV-AX, windowPreset: Mediastinum }
          - { role: CT-PV-AX, timepoint: baseline }
      - { rows: 1, columns: 1, panes: [{ role: CT-PV-AX }] }
`;
const one = { rows: 1, columns: 1, panes: [{ role: 'CT-PV-AX', timepoint: 'current' }] };
const other = { role: 'CT-PV-AX', timepoint: 'other' };
const beside = { rows: 1, columns: 2, panes: [...one.panes, other] };
const followUp = {
  ...{ rows: 2, columns: 1 },
  panes: [
    { role: 'CT-PV-AX', timepoint: 'current', windowPreset: 'Mediastinum' },
    { role: 'CT-PV-AX', timepoint: 'baseline' },
  ],
};

interface Shown {
  readonly studies: readonly { readonly current: boolean; readonly stages?: unknown }[];
}

let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());
afterEach(() => server.close());

describe('the layouts of a read', () => {
  const openedRead = async (charter: string, signed: number) => {
    const bench = await courseBench(opened, charter);
    server = bench.server;
    for (let read = 0; read < signed; read += 1) await bench.signOpen(40);
    return bench.reader.call('GET', `/api/reads/${await bench.reading.openId()}`);
  };

  it('are those of the kind of its timepoint, without the words of who wrote them', async () => {
    const baseline = await openedRead(charterText + written, 0);
    expect(baseline.json<Shown>().studies).toMatchObject([{ current: true, stages: [one] }]);
    await server.close();
    const later = await openedRead(charterText + written, 1);
    expect(later.json<Shown>().studies).toMatchObject([{ current: true, stages: [followUp, one] }]);
    for (const words of ['Words of the author', 'More words', 'before-treatment', 'under-']) {
      expect(baseline.body + later.body).not.toContain(words);
    }
  });

  it('are one for each role where the charter says nothing', async () => {
    const later = await openedRead(charterText, 1);
    const panes = [...one.panes, { role: 'CT-PV-AX', timepoint: 'nadir' }];
    expect(later.json<Shown>().studies).toMatchObject([{ stages: [{ ...beside, panes }] }]);
  });

  it('are none for a kind that the charter has no protocol for', async () => {
    const only = `hangingProtocols:\n  - { id: a, kinds: [follow-up], stages: [{ rows: 1, columns: 1, panes: [{ role: CT-PV-AX }] }] }\n`;
    const baseline = await openedRead(charterText + only, 0);
    expect(baseline.json<Shown>().studies).toMatchObject([{ current: true, stages: [] }]);
  });
});

describe('a stage of one pane', () => {
  const protocols: Parameters<typeof stagesOfRead>[0] = [
    {
      ...{ id: 'all', kinds: ['baseline', 'follow-up'] },
      stages: [
        { name: 'a', rows: 1, columns: 1, panes: [{ role: 'CT-PV-AX', timepoint: 'current' }] },
      ],
    },
  ];

  it('has another timepoint beside it at a baseline that is read with such, and never at a follow-up', async () => {
    server = await testServer(opened);
    expect(stagesOfRead(protocols, 'baseline', 1)).toEqual([one]);
    expect(stagesOfRead(protocols, 'baseline', 3)).toEqual([beside]);
    expect(stagesOfRead(protocols, 'follow-up', 3)).toEqual([one]);
    expect(stagesOfRead(protocols, 'unscheduled', 3)).toEqual([]);
  });
});

describe('the layouts of an adjudication', () => {
  it('are told of every timepoint, each of which may come first, with another one beside', async () => {
    server = await testServer(opened);
    const charter = twoReaderText() + written;
    const bench = await twoReaderBench(server, charter);
    await bench.readAll('R1', [40, 60, 60]);
    await bench.readAll('R2', [40, 20, 20]);
    const [item] = await bench.cases();
    const answer = await bench.people.ADJ.call('GET', `/api/adjudications/${item?.readId}`);
    const { studies } = answer.json<Shown>();
    expect(studies).toMatchObject([{ current: false, stages: [beside] }]);
    expect(answer.body).not.toContain('Words of the author');
  });
});
