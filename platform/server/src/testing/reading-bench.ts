import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import { password, type LoggedIn, type TestServer } from './test-server.js';

const target = (number: number, mm: number): ReadDocument['lesions'][number] => ({
  trackingUid: '2.25.777',
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  laterality: null,
  state: 'measured',
  reason: null,
  mergedInto: null,
  splitFrom: null,
  mark: {
    tool: 'Bidirectional',
    pointsLps: [
      [0, 0, 0],
      [mm, 0, 0],
      [0, 0, 0],
      [0, mm / 2, 0],
    ],
    studyInstanceUid: `2.25.${number}1`,
    seriesInstanceUid: `2.25.${number}2`,
    sopInstanceUid: `2.25.${number}3`,
    frameNumber: 1,
    longestDiameterMm: mm,
    shortAxisMm: mm / 2,
    sliceThicknessMm: 2,
    calibration: null,
  },
  comment: 'Jane Doe, seen Monday',
  createdInThisRead: true,
});

/** A document with one measured target of `mm` on the images of the `number`th released read. */
export const measuredDocument = (number: number, mm: number): ReadDocument => ({
  ...emptyReadDocument(),
  lesions: [target(number, mm)],
});

export interface ListItem {
  readId: string;
  timepoint: string;
  state: string;
  done: number;
  of: number;
}

/** What a reader does with reads over HTTP: list, save, sign. */
export function readingOf(server: TestServer, reader: LoggedIn) {
  const list = async (): Promise<ListItem[]> =>
    (await reader.call('GET', '/api/reads')).json<{ reads: ListItem[] }>().reads;
  const openId = async (): Promise<string> =>
    (await list()).find(read => read.state !== 'signed')?.readId ?? 'none';
  const draftTag = async (id: string): Promise<string> =>
    String((await reader.call('GET', `/api/reads/${id}/draft`)).headers.etag);
  const save = (id: string, body: unknown, etag: string) =>
    reader.call('PUT', `/api/reads/${id}/draft`, { document: body }, { 'if-match': etag });
  const sign = (id: string, etag: string, more: object = {}) =>
    reader.call('POST', `/api/reads/${id}/sign`, {
      password,
      meaning: 'I performed this read',
      requestId: `request-${id}`,
      ...{ etag, pictures: { missing: 'noViewer' } },
      ...more,
    });
  const meaningOf = async (id: string): Promise<string> =>
    (await reader.call('GET', `/api/reads/${id}`)).json<{ meanings: string[] }>().meanings[0] ?? '';
  const signWith = async (id: string, mm: number, more: object = {}) => {
    const number = server.released.length === 1 ? 1 : await numberOf(id);
    const saved = await save(id, measuredDocument(number, mm), await draftTag(id));
    if (saved.statusCode !== 200) throw new Error(saved.body);
    return sign(id, String(saved.headers.etag), { meaning: await meaningOf(id), ...more });
  };
  const numberOf = async (id: string): Promise<number> => {
    const row = await server.deps.db
      .selectFrom('read')
      .select('id')
      .where('public_id', '=', id)
      .executeTakeFirstOrThrow();
    return server.released.indexOf(row.id) + 1;
  };
  return { list, openId, draftTag, save, sign, meaningOf, signWith, numberOf };
}
