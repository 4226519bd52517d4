import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readChain } from '../audit/chain.js';
import { actServer, readers, type ActServer, type ReaderName } from '../testing/acts/act-server.js';
import { actTrial, type ActTrial } from '../testing/acts/act-trial.js';
import { consensusTrial } from '../testing/acts/consensus-machine.js';

interface Shown {
  readonly documents: readonly {
    readonly name: string;
    readonly reads: readonly {
      readonly timepoint: string;
      readonly document: {
        readonly lesions: readonly { readonly mark: { readonly sopInstanceUid: string } | null }[];
      };
    }[];
  }[];
  readonly studies: readonly { readonly studyInstanceUid: string; readonly timepointId: string }[];
}

describe('the images of readers who meet', () => {
  let on: ActServer;
  let trial: ActTrial;
  beforeAll(async () => {
    on = await actServer();
    trial = await actTrial(on);
  }, 120_000);
  afterAll(() => on.close());

  const reach = async (state: string): Promise<string> => {
    const stop = consensusTrial(trial).stops.find(one => one.state === state);
    if (stop === undefined) throw new Error(`nothing reaches ${state}`);
    const id = await stop.reach();
    await trial.settled();
    return id;
  };
  const meetingOf = async (id: string): Promise<string> =>
    (
      await on.server.deps.db
        .selectFrom('consensus')
        .select('public_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).public_id;
  const get = (who: ReaderName, url: string) => on.sessions[who].call('GET', url);
  /** What each person is answered, the two who are called first. */
  const statuses = async (url: string): Promise<number[]> =>
    Promise.all(
      [...readers].sort().map(async name => {
        const { statusCode } = await get(name, url);
        return statusCode;
      })
    );
  /** r1, r2 have the slots; the others, in the order of their names: judge, judge2, r1, r2, r3. */
  const calledAlone = [404, 404, 200, 200, 404];
  const nobody = [404, 404, 404, 404, 404];
  const namesIn = async (key: 'consensus_id' | 'read_id', id: string | null): Promise<string[]> => {
    const all = on.server.deps.db
      .selectFrom('presentation_uid')
      .innerJoin('presentation', 'presentation.id', 'presentation_uid.presentation_id')
      .select('presentation_uid.pseudonym');
    const rows = await (
      id === null ? all.where(key, 'is not', null) : all.where(key, '=', id)
    ).execute();
    return rows.map(({ pseudonym }) => pseudonym);
  };
  const setState = (id: string, state: 'waiting' | 'open') =>
    on.server.deps.db.updateTable('consensus').set({ state }).where('id', '=', id).execute();

  it('are theirs alone while it is open, under its own names, and tell of nobody', async () => {
    const id = await reach('open');
    const meeting = await meetingOf(id);
    const [api, root] = [`/api/consensus/${meeting}`, `/reads/${meeting}/dicomweb`];
    for (const url of [api, `${api}/images`, `${root}/studies`]) {
      expect([url, await statuses(url)]).toEqual([url, calledAlone]);
    }
    // Nobody has it before its images are ready, whoever is called.
    await setState(id, 'waiting');
    on.server.forward(2000);
    for (const url of [api, `${api}/images`, `${root}/studies`]) {
      expect([url, await statuses(url)]).toEqual([url, nobody]);
    }
    await setState(id, 'open');

    const images = await get('r1', `${api}/images`);
    expect((await get('r2', `${api}/images`)).body).toBe(images.body);
    const { studies } = images.json<{
      studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
    }>();
    expect(studies).toHaveLength(2);
    const own = await namesIn('consensus_id', id);
    const ofReads = await namesIn('read_id', null);
    expect(own.filter(name => ofReads.includes(name))).toEqual([]);

    const told = [images.body];
    for (const { studyInstanceUid, series } of studies) {
      expect(own).toContain(studyInstanceUid);
      const study = `${root}/studies/${studyInstanceUid}`;
      const metadata = await get('r2', `${study}/metadata`);
      const [first] = metadata.json<Record<string, { Value: unknown[] }>[]>();
      const place = `${study}/series/${series[0]?.seriesInstanceUid}`;
      const frame = `${place}/instances/${String(first?.['00080018']?.Value[0])}/frames/1`;
      expect([metadata.statusCode, await statuses(frame)]).toEqual([200, calledAlone]);
      told.push(metadata.body, (await get('r1', `${root}/studies`)).body);
    }
    const { subject_code: code } = await on.server.deps.db
      .selectFrom('consensus')
      .select('subject_code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(told[1]).toContain(code);
    const seen = await get('r1', api);
    // Neither what came with the images, nor what tells of a reader: their words, and their own names for images.
    for (const text of [...told, seen.body]) {
      expect(text.replaceAll(meeting, '')).not.toMatch(
        /1\.2\.826\.0\.1\.|S66|2026-?0(1-?05|3-?02)|CNRY/
      );
      expect(ofReads.filter(name => text.includes(`"${name}"`))).toEqual([]);
    }

    const shown = seen.json<Shown>();
    expect(shown.documents.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(shown.studies.map(({ timepointId }) => timepointId)).toEqual(['BL', 'TP1']);
    const marks = shown.documents.flatMap(({ reads }) =>
      reads.flatMap(({ document }) => document.lesions.flatMap(({ mark }) => mark ?? []))
    );
    expect(marks).toHaveLength(4);
    expect(marks.filter(({ sopInstanceUid }) => !own.includes(sopInstanceUid))).toEqual([]);
    const other = (await get('r2', api)).json<Shown>();
    expect([other.documents, other.studies]).toEqual([shown.documents, shown.studies]);

    const acts = (await readChain(on.server.deps.db, trial.trialId)).map(
      ({ entry }) => (entry as { act: string; by: string }).act
    );
    // Each opening was one of r1 or r2: two of those who were asked first, and one more of each.
    expect(acts.filter(act => act === 'consensus.opened')).toHaveLength(4);
  }, 120_000);

  it('stay theirs when they have agreed, and are others when they meet again', async () => {
    await reach('proposed');
    const agreed = await reach('agreed');
    const before = await meetingOf(agreed);
    const at = (meeting: string): string => `/reads/${meeting}/dicomweb/studies`;
    on.server.forward(2000);
    expect(await statuses(at(before))).toEqual(calledAlone);
    const ended = await reach('superseded');
    expect(ended).toBe(agreed);
    const { id } = await on.server.deps.db
      .selectFrom('consensus')
      .select('id')
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    const again = await meetingOf(id);
    on.server.forward(2000);
    expect(await statuses(at(before))).toEqual(nobody);
    expect(await statuses(`/api/consensus/${before}/images`)).toEqual(nobody);
    expect(await statuses(at(again))).toEqual(calledAlone);
    const old = await namesIn('consensus_id', agreed);
    expect((await namesIn('consensus_id', id)).filter(name => old.includes(name))).toEqual([]);
  }, 120_000);
});
