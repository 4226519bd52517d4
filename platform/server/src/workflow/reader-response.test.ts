import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AssessmentOutput } from '@corelab/criteria';
import {
  hashReadDocument,
  setReaderResponse,
  type ReadDocument,
  type ReaderResponse,
} from '@corelab/reads';
import { codeOf, courseBench } from '../testing/course-bench.js';
import { measuredDocument } from '../testing/reading-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { charterText, testServer, type Answer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

const differing = (text: string): string =>
  text.replace('slots: [R1', 'readerMayDiffer: true\n    slots: [R1');
const given: ReaderResponse = {
  ...{ criterion: 'recist-1.1', value: 'SD', inPlaceOf: 'PR' },
  reason: 'The margin is not to be trusted, "motion"',
};

let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());
afterEach(() => server.close());

const fileOf = async (name: string): Promise<string | undefined> => {
  const { body } = await server.ask({
    url: '/api/admin/trials/T-1/export',
    headers: { authorization: `Bearer ${server.adminToken}` },
  });
  const { files } = JSON.parse(body) as { files: { name: string; content: string }[] };
  return files.find(file => file.name === name)?.content;
};

describe('a response that the reader gives in place of the calculated one', () => {
  /** The baseline signed at 40 mm, the next timepoint open: its document at 20 mm, which is a partial response. */
  const opening = async (text = differing(charterText)) => {
    const bench = await courseBench(opened, text);
    server = bench.server;
    await bench.signOpen(40);
    const id = await bench.reading.openId();
    const number = await bench.reading.numberOf(id);
    const document = measuredDocument(number, 20);
    let tag = await bench.reading.draftTag(id);
    const save = async (next: ReadDocument): Promise<Answer> => {
      const answer = await bench.reading.save(id, next, tag);
      if (answer.statusCode === 200) tag = String(answer.headers.etag);
      return answer;
    };
    const sign = async (): Promise<Answer> => {
      const answer = await bench.reading.sign(id, tag, {
        meaning: await bench.reading.meaningOf(id),
      });
      await server.releases.idle();
      return answer;
    };
    const own = (change: Partial<ReaderResponse> = {}): ReadDocument =>
      setReaderResponse(document, { ...given, ...change });
    return { bench, id, number, document, save, sign, own };
  };

  it('is told to be possible where the charter says so, and refused elsewhere', async () => {
    const { bench, id } = await opening();
    const told = await bench.reader.call('GET', `/api/reads/${id}`);
    expect(told.json()).toMatchObject({ charter: { readerMayDiffer: true } });
    await server.close();
    const other = await opening(charterText);
    const silent = await other.bench.reader.call('GET', `/api/reads/${other.id}`);
    expect(silent.body).not.toContain('readerMayDiffer');
    const refused = await other.save(other.own());
    expect(codeOf(refused)).toEqual([422, 'CL_READER_RESPONSE']);
    expect(codeOf(await other.save(other.document))).toEqual([200, 'none']);
  });

  it('is not signed where an amendment took the right to it away after it was saved', async () => {
    const { save, bench, id, own, document } = await opening(charterText);
    await save(document);
    await opened.db
      .updateTable('draft')
      .set({ document: JSON.stringify(own()), hash: hashReadDocument(own()) })
      .where('hash', '=', hashReadDocument(document))
      .execute();
    const refused = await bench.reading.sign(id, await bench.reading.draftTag(id), {
      meaning: await bench.reading.meaningOf(id),
    });
    expect(codeOf(refused)).toEqual([422, 'CL_READER_RESPONSE']);
    expect(refused.json()).toMatchObject({ items: [{ code: 'CL_READER_RESPONSE' }] });
  });

  it('is one of the trial’s primary criterion', async () => {
    const { save, own } = await opening();
    for (const [change, words] of [
      [{ criterion: 'irecist', value: 'ISD' }, "is by recist-1.1, the trial's primary criterion"],
      [{ value: 'ISD' }, '"ISD" is no response by recist-1.1'],
    ] as const) {
      const answer = await save(own(change));
      expect(codeOf(answer)).toEqual([422, 'CL_READER_RESPONSE']);
      expect(answer.json<{ message: string }>().message).toContain(words);
    }
  });

  it('is none at a baseline', async () => {
    const bench = await courseBench(opened, differing(charterText));
    server = bench.server;
    const id = await bench.reading.openId();
    const document = setReaderResponse(measuredDocument(1, 40), given);
    const answer = await bench.reading.save(id, document, await bench.reading.draftTag(id));
    expect(codeOf(answer)).toEqual([422, 'CL_READER_RESPONSE']);
  });

  it('needs its reason, which is searched for identity like any text', async () => {
    const { save, sign, own } = await opening();
    expect(codeOf(await save(own({ reason: ' ' })))).toEqual([200, 'none']);
    const open = await sign();
    expect(codeOf(open)).toEqual([422, 'CL_OPEN_ITEMS']);
    expect(open.body).toContain('CL_NO_RESPONSE_REASON');
    const named = await save(own({ reason: 'Seen with jane.doe@hospital.example' }));
    expect(codeOf(named)).toEqual([422, 'CL_TEXT_IDENTIFIES']);
    expect(named.json()).toMatchObject({ fields: [{ path: '/readerResponse/reason' }] });
  });

  it('is signed beside the calculated one, counts, and is exported with its reason', async () => {
    const { bench, save, sign, own } = await opening();
    await save(own());
    const signed = await sign();
    expect(codeOf(signed)).toEqual([200, 'none']);
    const { derived } = signed.json<{ derived: AssessmentOutput }>();
    expect(derived.timepoints[1]).toMatchObject({ overall: 'SD', calculated: 'PR' });
    expect(derived.bestOverallResponse.unconfirmed.value).toBe('SD');
    const rs = (await fileOf('rs.csv')) ?? '';
    const row = (code: string): string | undefined =>
      rs.split('\n').find(line => line.includes(`,${code},`));
    expect(row('OVRLRESP')).toContain(',SD,SD,');
    expect(row('OVRLCALC')).toContain(',PR,PR,');
    expect(await fileOf('reader-responses.csv')).toBe(
      [
        'STUDYID,SUBJID,VISITNUM,VISIT,READER,CRITERION,CALCULATED,RESPONSE,REASON',
        `T-1,REAL-SUBJECT-1,2,TP1,READER 1,recist-1.1,PR,SD,"${given.reason.replaceAll('"', '""')}"`,
        '',
      ].join('\n')
    );
    // The next timepoint is read by the same marks: what is calculated there knows nothing of it.
    const next = await bench.reading.openId();
    const number = await bench.reading.numberOf(next);
    const saved = await bench.reading.save(
      next,
      measuredDocument(number, 20),
      await bench.reading.draftTag(next)
    );
    const later = await bench.reading.sign(next, String(saved.headers.etag), {
      meaning: await bench.reading.meaningOf(next),
    });
    expect(later.json<{ derived: AssessmentOutput }>().derived.timepoints[2]).toMatchObject({
      overall: 'PR',
    });
  });

  it('is not signed once another response is calculated than it was given in place of', async () => {
    const { save, sign, own, number } = await opening();
    const [lesion] = measuredDocument(number, 60).lesions;
    if (lesion === undefined) throw new Error('no lesion');
    await save({ ...own(), lesions: [lesion] });
    const blocked = await sign();
    expect(codeOf(blocked)).toEqual([422, 'CL_FINDINGS_BLOCK']);
    expect(blocked.body).toContain(
      'The calculated response is PD now: SD was given in place of PR.'
    );
    await save({ ...own({ inPlaceOf: 'PD' }), lesions: [lesion] });
    expect(codeOf(await sign())).toEqual([200, 'none']);
  });
});

describe('two readers of whom one gives another response on the same marks', () => {
  it('disagree, and the adjudicator is told in what', async () => {
    server = await testServer(opened);
    const bench = await twoReaderBench(server, differing(twoReaderText()));
    await bench.readAll('R2', [40, 20, 20]);
    await bench.readAll('R1', [40]);
    for (let left = 0; left < 2; left += 1) {
      await bench.signNext(bench.people.R1, 20, document => setReaderResponse(document, given));
    }
    const [item] = await bench.cases();
    const answer = await bench.people.ADJ.call('GET', `/api/adjudications/${item?.readId}`);
    const { case: shown } = answer.json<{
      case: { differences: { kind: string; timepoint: string }[] };
    }>();
    expect(shown.differences.map(({ kind, timepoint }) => `${kind} ${timepoint}`)).toEqual(
      expect.arrayContaining(['readerResponseOnlyOne TP1', 'readerResponseOnlyOne TP2'])
    );
    const choice = { kind: 'read', side: await bench.sideOf('R1') } as const;
    expect(codeOf(await bench.decide(item?.readId ?? '', choice))).toEqual([200, 'none']);
    const [final] = (await bench.finals()).slice(-1);
    expect(final?.outcome).toMatchObject({
      output: { timepoints: [{}, { overall: 'SD' }, { overall: 'SD' }] },
    });
  });
});
