import { emptyDecision, type DecisionDocument } from '@corelab/adjudication';
import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import { readingOf } from './reading-bench.js';
import { testAccount } from './test-account.js';
import {
  charterText,
  deployed,
  logIn,
  password,
  type LoggedIn,
  type TestServer,
} from './test-server.js';

/** The trial with two readers and an adjudicator; `adjudication` is what the charter says of it. */
export const twoReaderText = (adjudication = 'counterfactual: true', more = ''): string =>
  charterText
    .replace('slots: [R1]', 'slots: [R1, R2, ADJ]')
    .replace('{ R1: [reader] }', '{ R1: [reader], R2: [other], ADJ: [judge] }')
    .trimEnd() + `\n    adjudication: { ${adjudication} }\n${more}`;

/** Diameters of the one target at BL, TP1 and TP2; null: there is nothing to see of it. */
export type Diameters = readonly (number | null)[];

const lesion = (id: string, image: number, mm: number | null): ReadDocument['lesions'][number] => ({
  ...{ trackingUid: '2.25.777', id, role: 'target', location: 'LIVER', laterality: null },
  ...{ state: mm === null ? 'absent' : 'measured', reason: null },
  ...{ mergedInto: null, splitFrom: null, comment: 'As seen', createdInThisRead: true },
  mark:
    mm === null
      ? null
      : {
          tool: 'Bidirectional',
          pointsLps: [
            [0, 0, 0],
            [mm, 0, 0],
            [mm / 2, 0, 0],
            [mm / 2, mm / 2, 0],
          ],
          studyInstanceUid: `2.25.${image}1`,
          seriesInstanceUid: `2.25.${image}2`,
          sopInstanceUid: `2.25.${image}3`,
          ...{ frameNumber: 1, longestDiameterMm: mm, shortAxisMm: mm / 2 },
          ...{ sliceThicknessMm: 2, calibration: null },
        },
});

/** A trial of two readers over HTTP: R1 is `reader`, R2 is `other`, ADJ is `judge`. */
export const twoReaderBench = async (server: TestServer, charter = twoReaderText()) => {
  await testAccount(server.deps, { userName: 'judge', displayName: 'Dr judge' });
  await deployed(server, charter);
  await server.releases.idle();
  const people = {
    R1: await logIn(server, 'reader'),
    R2: await logIn(server, 'other'),
    ADJ: await logIn(server, 'judge'),
  };
  const { db } = server.deps;

  /** Saves and signs a reader's open read; false when there is none. */
  const signNext = async (
    person: LoggedIn,
    mm: number | null,
    change = (document: ReadDocument): ReadDocument => document
  ): Promise<boolean> => {
    const reading = readingOf(server, person);
    const id = await reading.openId();
    if (id === 'none') return false;
    const document = change({
      ...emptyReadDocument(),
      lesions: [lesion('T01', await reading.numberOf(id), mm)],
    });
    const saved = await reading.save(id, document, await reading.draftTag(id));
    if (saved.statusCode !== 200) throw new Error(saved.body);
    const signed = await reading.sign(id, String(saved.headers.etag), {
      meaning: await reading.meaningOf(id),
    });
    if (signed.statusCode !== 200) throw new Error(signed.body);
    await server.releases.idle();
    return true;
  };
  const readAll = async (slot: 'R1' | 'R2', diameters: Diameters): Promise<void> => {
    for (const mm of diameters) await signNext(people[slot], mm);
  };
  const cases = async (person = people.ADJ) =>
    (await person.call('GET', '/api/reads'))
      .json<{ reads: { readId: string; task: string; state: string }[] }>()
      .reads.filter(({ task }) => task === 'adjudication');
  const courses = async (): Promise<Record<string, string>> => {
    const rows = await db.selectFrom('course').select(['slot', 'state']).orderBy('slot').execute();
    return Object.fromEntries(rows.map(({ slot, state }) => [slot, state]));
  };
  const finals = () =>
    db
      .selectFrom('final')
      .select(['id', 'scope', 'criterion', 'version', 'outcome', 'superseded_at'])
      .orderBy('version')
      .execute();
  /** The read that a choice of `slot` names. */
  const sideOf = async (slot: 'R1' | 'R2'): Promise<'a' | 'b'> => {
    const { swap } = await db
      .selectFrom('adjudication')
      .select('swap')
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    return (slot === 'R1') === swap ? 'b' : 'a';
  };
  const reason = { code: 'measurement', text: 'The margin is clear on the slice above.' } as const;
  const decide = async (id: string, choice: DecisionDocument['choice'], more: object = {}) => {
    const url = `/api/adjudications/${id}`;
    const tag = String((await people.ADJ.call('GET', `${url}/draft`)).headers.etag);
    const document: DecisionDocument = { ...emptyDecision(), choice, reason };
    const saved = await people.ADJ.call('PUT', `${url}/draft`, { document }, { 'if-match': tag });
    if (saved.statusCode !== 200) return saved;
    const meanings = (await people.ADJ.call('GET', url)).json<{ meanings: string[] }>().meanings;
    const answer = await people.ADJ.call('POST', `${url}/sign`, {
      ...{ password, meaning: meanings[0], requestId: `decision-${id}` },
      etag: String(saved.headers.etag),
      ...more,
    });
    await server.releases.idle();
    return answer;
  };
  return { people, signNext, readAll, cases, courses, finals, sideOf, decide, reason };
};
