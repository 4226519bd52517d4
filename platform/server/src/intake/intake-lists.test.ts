import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { archiveServer, demoCharter, type ArchiveServer } from '../testing/archive-server.js';
import { handmadeFile, type HandmadeImage } from '../testing/handmade-image.js';
import { images, root } from '../testing/handmade-trial.js';
import { multipartBody } from '../testing/multipart-body.js';
import { deployed } from '../testing/test-server.js';
import { grantByHand } from '../trials/role-grants.js';
import type { Role } from '../trials/roles.js';

const [first] = images;
if (first === undefined) throw new Error('no image');
const made = (study: number, over: Partial<HandmadeImage> = {}): HandmadeImage => ({
  ...{ ...first, studyUid: `${root}.${study}`, seriesUid: `${root}.${study}.1` },
  ...{ sopUid: `${root}.${study}.1.1`, subject: `S-${study}`, pixelSeed: study },
  ...over,
});
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const named = (family: string) => ({
  elements: { '00100010': { vr: 'PN', Value: [{ Alphabetic: `${family}^JANE` }] } },
});
const reason = 'for the test';
const authority = 'letter of the site';

interface Listed {
  arrivals: { id: string; studyUid: string; source: string | null; place: object | null }[];
  total: number;
}

describe('the lists of the intake', () => {
  let archive: ArchiveServer;
  const tokens: Record<string, string> = {};
  const base = '/api/admin/trials/DEMO-ONC';
  const ask = async <T>(who: string, url: string, payload?: object): Promise<T> => {
    const answer = await archive.server.ask({
      ...{ method: payload === undefined ? 'GET' : 'POST', url: `${base}${url}` },
      headers: { authorization: `Bearer ${tokens[who]}` },
      ...(payload === undefined ? {} : { payload }),
    });
    return answer.json<T>();
  };
  const upload = async (who: string, ...files: readonly Uint8Array[]) => {
    const { bytes, headers } = multipartBody(files.map(file => ({ name: 'a', bytes: file })));
    const answer = await archive.server.ask({
      ...{ method: 'POST', url: `${base}/deliveries`, bytes },
      headers: { ...headers, authorization: `Bearer ${tokens[who]}` },
    });
    return answer.json<{ receipt: string }>();
  };
  const studies = async (query: string): Promise<string[]> =>
    (await ask<Listed>('manager', `/arrivals?${query}`)).arrivals.map(({ studyUid }) =>
      studyUid.slice(root.length + 1)
    );

  beforeAll(async () => {
    archive = await archiveServer();
    const { deps, admin } = archive.server;
    await deployed(archive.server, demoCharter);
    const { id: trialId } = await deps.db
      .selectFrom('trial')
      .select('id')
      .executeTakeFirstOrThrow();
    const people: [string, Role, string[]][] = [
      ['manager', 'dataManager', []],
      ['coordinator', 'siteCoordinator', ['101']],
    ];
    for (const [user, role, sites] of people) {
      const { id } = await testAccount(deps, { userName: user, displayName: user });
      await grantByHand(deps, trialId, admin.id, { user, role, sites, reason });
      tokens[user] = await issueApiToken(deps, id);
    }
    await upload('manager', handmadeFile(made(50)));
    await upload('coordinator', handmadeFile(made(51)));
    await upload('manager', handmadeFile(made(70, { timepoint: 'TP9' })));
  }, 120_000);
  afterAll(() => archive.close());

  it('filter studies by state, site and letters, and count them', async () => {
    expect(await studies('')).toEqual(['70']);
    expect(await studies('state=all')).toEqual(['50', '51', '70']);
    expect(await studies('state=all&order=newest')).toEqual(['70', '51', '50']);
    expect(await studies('state=matched&text=s-51')).toEqual(['51']);
    expect(await studies('state=all&text=%25')).toEqual([]);
    expect(await studies('state=all&site=101')).toEqual(['50', '51', '70']);
    expect(await studies('state=all&site=102')).toEqual([]);
    const page = await ask<Listed>('manager', '/arrivals?state=all&order=newest&limit=1');
    expect(page).toMatchObject({ arrivals: [{ source: 'upload', place: null }], total: 3 });
    expect(await studies(`state=all&order=newest&limit=1&after=${page.arrivals[0]?.id}`)).toEqual([
      '51',
    ]);
    expect(await ask('manager', '/arrivals?state=matched&limit=1')).toMatchObject({
      arrivals: [{ place: { subject: 'S-50', site: '101', timepoints: ['BL'] } }],
      total: 2,
    });
  });

  it('tell of one study what its series are, how it came and what was done', async () => {
    const [waiting] = (await ask<Listed>('manager', '/arrivals')).arrivals;
    const file = handmadeFile(made(70, { timepoint: 'TP9' }));
    expect(await ask('manager', `/arrivals/${waiting?.id}`)).toMatchObject({
      arrival: { id: waiting?.id, reasons: ['timepoint: TP9 is not in the schedule'] },
      series: [{ id: null, seriesUid: `${root}.70.1`, images: 1, apart: 0, modality: 'CT' }],
      described: true,
      deliveries: [
        {
          ...{ source: 'upload', by: 'manager' },
          series: [{ seriesUid: `${root}.70.1`, outcome: 'stored', files: 1 }],
        },
      ],
      history: [{ act: 'study.waits', by: null }],
    });
    const sheet = await ask<{ deliveries: { id: string }[] }>(
      'manager',
      `/arrivals/${waiting?.id}`
    );
    const files = `/deliveries/${sheet.deliveries[0]?.id}/files`;
    expect(await ask('manager', `${files}?series=${root}.70.1`)).toMatchObject({
      files: [{ ordinal: 1, sha256: hashOf(file), outcome: 'stored' }],
    });
    expect(await ask('manager', `${files}?study=${root}.71`)).toEqual({ files: [] });
    expect(await ask('manager', `${files}?after=1`)).toEqual({ files: [] });
    const none = '/arrivals/00000000-0000-7000-8000-000000000000';
    expect(await ask('manager', none)).toMatchObject({ code: 'CL_NOT_FOUND' });
  });

  it('say what there is to choose from', async () => {
    expect(await ask('manager', '/arrivals/summary')).toMatchObject({
      ...{ waiting: 1, quarantined: 0, sites: ['101', '102'], roles: ['CT-PV-AX'] },
      timepoints: expect.arrayContaining([
        { timepoint: 'BL', label: 'Baseline', kind: 'baseline' },
      ]),
    });
    expect(await ask('manager', '/arrivals/subjects?text=s-5&limit=1')).toMatchObject({
      subjects: [
        {
          ...{ subject: 'S-50', site: '101' },
          timepoints: expect.arrayContaining([
            {
              ...{ timepoint: 'BL', kind: 'baseline', state: 'complete', exams: 1 },
              date: '2026-01-05',
            },
          ]),
        },
      ],
    });
  });

  it('give a site coordinator their own deliveries and nothing else', async () => {
    const of = async (who: string) =>
      (
        await ask<{ receipts: { id: string; by: string; files: number; studies: number }[] }>(
          who,
          '/deliveries'
        )
      ).receipts;
    const all = await of('manager');
    expect(all.map(({ by }) => by)).toEqual(['manager', 'coordinator', 'manager']);
    expect(all[0]).toMatchObject({ files: 1, studies: 1 });
    const own = await of('coordinator');
    expect(own.map(({ by }) => by)).toEqual(['coordinator']);
    const filesOf = (id = '') => ask('coordinator', `/deliveries/${id}/files`);
    expect(await filesOf(own[0]?.id)).toMatchObject({ files: [{ outcome: 'stored' }] });
    expect(await filesOf(all[0]?.id)).toEqual({ files: [] });
    expect(await ask('coordinator', '/arrivals')).toMatchObject({ code: 'CL_NOT_FOUND' });
  });

  it('have what is kept apart by delivery and study, and decide of it together', async () => {
    const two = (study: number) =>
      [1, 2].map(number =>
        handmadeFile(
          made(study, {
            ...named('DOE'),
            ...{ number, z: number * 5, sopUid: `${root}.${study}.1.${number}` },
            pixelSeed: study * 10 + number,
          })
        )
      );
    const { receipt } = await upload('coordinator', ...two(80), ...two(81));
    interface Groups {
      groups: { id: string; studyUid: string; images: number; state: string }[];
    }
    const groups = async (query = ''): Promise<Groups['groups']> =>
      (await ask<Groups>('manager', `/quarantine/groups${query}`)).groups;
    expect(await groups()).toMatchObject(
      [81, 80].map(study => ({
        ...{ receipt, studyUid: `${root}.${study}`, images: 2, series: 1, state: 'quarantined' },
        ...{ causes: ['identity'], attributes: ['PatientName'], source: 'upload' },
        ...{ deliveredBy: 'coordinator', decidedBy: null },
      }))
    );
    const [newest] = await groups('?limit=1');
    expect(await groups(`?after=${newest?.id}`)).toMatchObject([{ studyUid: `${root}.80` }]);
    const decide = (act: string, study: number, more: object = {}) =>
      ask('manager', `/quarantine/groups/${act}`, {
        ...{ receipt, study: `${root}.${study}`, reason, ...more },
      });
    expect(await decide('release', 80, { authority })).toEqual({ images: 2 });
    expect(await decide('release', 80, { authority })).toMatchObject({ code: 'CL_NOTHING_APART' });
    expect(await decide('refuse', 81)).toEqual({ images: 2 });
    expect(await groups()).toEqual([]);
    expect(await groups('?state=all')).toMatchObject([
      { state: 'refused', decidedBy: 'manager', place: null },
      { state: 'released', place: { subject: 'S-80', timepoints: ['BL'] } },
    ]);
  });

  it('keep a baseline that is younger than a follow-up from its place, and say why', async () => {
    const of = (study: number, timepoint: string, date: string) =>
      handmadeFile(made(study, { subject: 'S-90', timepoint, date }));
    await upload('manager', of(90, 'TP1', '20260110'), of(91, 'BL', '20260201'));
    expect(await studies('state=matched&text=S-90')).toEqual(['90']);
    const { arrivals } = await ask<{ arrivals: { reasons: string[] }[] }>(
      'manager',
      '/arrivals?state=waiting&text=S-90'
    );
    expect(arrivals.map(({ reasons }) => reasons)).toEqual([
      ['timepoint: BL would be of 2026-02-01, after TP1 of 2026-01-10'],
    ]);
  });
});
