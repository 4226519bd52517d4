import { qcOnArrival } from '../qc/automatic-qc.js';
import { impactMeanings } from '../workflow/decide-impact.js';
import { qcBench, type Caller } from './qc-bench.js';
import { readingOf } from './reading-bench.js';
import type { TestDatabase } from './test-database.js';
import { charterText, deployed, logIn, password, testServer, type Answer } from './test-server.js';

export const codeOf = (answer: Answer): [number, string] => [
  answer.statusCode,
  answer.json<{ code?: string }>().code ?? 'none',
];

/** A trial with one reader, a data manager and a QC technologist, its baseline released: how its reads go on. */
export const courseBench = async (opened: TestDatabase, charter = charterText) => {
  const server = await testServer(opened);
  await deployed(server, charter);
  const bench = qcBench(server);
  const manager = await bench.person('manager', 'dataManager');
  const qc = await bench.person('qc1', 'qcTechnologist');
  const reader = await logIn(server, 'reader');
  const reading = readingOf(server, reader);
  const reads = () =>
    opened.db
      .selectFrom('read')
      .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
      .selectAll('read')
      .select('timepoint.code')
      .orderBy('read.ordinal')
      .orderBy('read.version')
      .execute();
  /** Without what was only made ready ahead of time. */
  const states = async (): Promise<string[]> =>
    (await reads())
      .filter(
        read => read.state !== 'waiting' || read.begins_from !== null || read.opened_at !== null
      )
      .map(({ code, version, state }) => `${code} ${version} ${state}`);
  const signOpen = async (mm: number): Promise<void> => {
    const answer = await reading.signWith(await reading.openId(), mm);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    await server.releases.idle();
  };
  /** More images of the exam at a timepoint arrive. */
  const arrive = async (code: string): Promise<void> => {
    const { id: examId, subject_id: subjectId } = await bench.examAt(code);
    const trialId = await bench.trialId();
    await opened.db
      .transaction()
      .execute(trx =>
        qcOnArrival(trx, server.deps, { trialId, subjectId, examId, qc: 'automatic' })
      );
  };
  const pending = async () =>
    (await manager.get('/impacts')).json<{
      impacts: { id: string; cause: string; timepoint: string; version: number }[];
    }>().impacts;
  const decide = (
    impact: string,
    decision: string,
    more: object = {},
    caller: Caller = manager
  ): Promise<Answer> =>
    caller.post(`/impacts/${impact}/decide`, {
      ...{ decision, password, meaning: impactMeanings[0], reason: 'Seen with the sponsor' },
      ...more,
    });
  const decideFirst = async (decision: string): Promise<Answer> => {
    const answer = await decide((await pending())[0]?.id ?? '', decision);
    await server.releases.idle();
    return answer;
  };
  /** Says of every manifest there is that it shows these series. */
  const showing = (seriesUids: readonly (string | undefined)[]) =>
    opened.db
      .updateTable('image_manifest')
      .set({
        content: JSON.stringify({
          schemaVersion: 1,
          timepoints: [{ series: seriesUids.map(seriesUid => ({ seriesUid })) }],
        }),
      })
      .execute();
  return {
    ...{ server, bench, manager, qc, reader, reading, reads, states, signOpen, arrive },
    ...{ pending, decide, decideFirst, showing },
  };
};
