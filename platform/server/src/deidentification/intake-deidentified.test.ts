import { ReportSchema } from '@corelab/deidentification';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { textOf } from '../archive/dicom-json.js';
import { readChain } from '../audit/chain.js';
import { hashBytes } from '../audit/canonical-json.js';
import { readHeader } from '../intake/dicom-header.js';
import { releaseQuarantined } from '../intake/decide-quarantine.js';
import { settleStudy } from '../intake/settle-study.js';
import { handmadeFile, handmadePixels, type HandmadeImage } from '../testing/handmade-image.js';
import { canary, images, source } from '../testing/handmade-trial.js';
import { intakeBench, type IntakeBench } from '../testing/intake-bench.js';
import { tagsThatKeepIt, tagsWith } from '../testing/kept-of-file.js';
import { deidentificationOf } from './report-view.js';

const [first] = images;
if (first === undefined) throw new Error('no image');
const root = '1.2.826.0.1.7302';
const made = (study: number, protocol: string, over: Partial<HandmadeImage> = {}): Uint8Array =>
  handmadeFile({
    ...{ ...first, protocol, studyUid: `${root}.${study}`, seriesUid: `${root}.${study}.1` },
    ...{ sopUid: `${root}.${study}.1.1`, subject: `S-${study}`, pixelSeed: study },
    ...over,
  });
const charter = (id: string, more = ''): string => source.replace('DEMO-ONC', id) + more;
const headerOf = (bytes: Uint8Array) => {
  const parsed = readHeader(bytes);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.header;
};
const burnedIn = { '00280301': { vr: 'CS', Value: ['YES'] } };

describe('what arrives', () => {
  let bench: IntakeBench;
  const heldOne = async (study: number): Promise<Uint8Array> => {
    const [one, ...others] = await bench.held(`${root}.${study}`);
    expect(others).toEqual([]);
    if (one === undefined) throw new Error(`the archive holds nothing of study ${study}`);
    return one;
  };
  const apart = async (trialId: string) =>
    bench.deps.db
      .selectFrom('quarantine')
      .select(['id', 'causes', 'attributes', 'refusal', 'state'])
      .where('trial_id', '=', trialId)
      .execute();
  const release = async (trialId: string, id: string): Promise<string[]> => {
    const { deps, accountId } = bench;
    const said = { reason: 'looked at: nothing there', authority: 'the site' };
    const studies = await releaseQuarantined(deps, { trialId, accountId, id, ...said });
    for (const study of studies) await settleStudy(deps, trialId, study);
    return studies;
  };

  beforeAll(async () => {
    bench = await intakeBench();
  }, 120_000);
  afterAll(() => bench.close());

  it('is kept without identity, found by what it said, and reported without values', async () => {
    const trialId = await bench.trial(charter('DEID-1'));
    const file = made(1, 'DEID-1');
    expect(await bench.upload(trialId, file)).toMatchObject([
      { outcome: 'stored', sha256: hashBytes(file) },
    ]);
    const held = await heldOne(1);
    expect(tagsWith(held, canary)).toEqual(tagsThatKeepIt);
    const { dataset } = headerOf(held);
    expect(textOf(dataset, '00100020')).toBe('S-1');
    expect(textOf(dataset, '00120020')).toBe('DEID-1');
    expect(textOf(dataset, '00120050')).toBeUndefined();
    expect(textOf(dataset, '00080022')).toBe('20260105');
    expect(Buffer.from(held).includes(Buffer.from(handmadePixels(1)))).toBe(true);
    const row = await bench.instance(`${root}.1.1.1`);
    expect(row).toMatchObject({ sha256: hashBytes(file), kept_sha256: hashBytes(held) });
    const exam = await bench.deps.db
      .selectFrom('exam_study')
      .innerJoin('timepoint_exam', 'timepoint_exam.exam_id', 'exam_study.exam_id')
      .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
      .select(['exam_study.exam_id', 'timepoint.code'])
      .where('exam_study.study_uid', '=', `${root}.1`)
      .executeTakeFirstOrThrow();
    expect(exam.code).toBe('BL');
    const view = await deidentificationOf(bench.deps.db, trialId, exam.exam_id);
    expect(view).toMatchObject({ off: null, images: 1, reports: [{ images: 1 }] });
    const [report] = view.reports;
    const of = (name: string) => report?.entries.find(entry => entry.name === name)?.action;
    expect(['AccessionNumber', 'InstitutionName', 'PatientID'].map(of)).toEqual([
      ...['emptied', 'removed', 'replaced'],
    ]);
    for (const value of [canary, 'S-1', root]) {
      expect(JSON.stringify(view.reports)).not.toContain(value);
    }
    const [stored] = await bench.deps.db
      .selectFrom('deidentification_report')
      .select('report')
      .where('study_uid', '=', `${root}.1`)
      .execute();
    expect(Value.Check(ReportSchema, stored?.report)).toBe(true);
  });

  it('has its role by words that are not kept', async () => {
    const text = charter('DEID-2').replace(
      'series: [{ role: CT-PV-AX, modality: CT }]',
      "series: [{ role: CT-PV-AX, modality: CT, rules: [{ attribute: SeriesDescription, operator: matches, value: '^zq\\d' }] }]"
    );
    const trialId = await bench.trial(text);
    const elements = { '0008103E': { vr: 'LO', Value: ['ZQ7 special'] } };
    await bench.upload(trialId, made(2, 'DEID-2', { elements }));
    expect(textOf(headerOf(await heldOne(2)).dataset, '0008103E')).toBeUndefined();
    const series = await bench.deps.db
      .selectFrom('series')
      .select('role')
      .where('study_uid', '=', `${root}.2`)
      .execute();
    expect(series).toEqual([{ role: 'CT-PV-AX' }]);
  });

  it('names nobody while its subject is not known', async () => {
    const trialId = await bench.trial(charter('DEID-3'));
    const elements = { '00120040': { vr: 'LO', Value: [] } };
    await bench.upload(trialId, made(3, 'DEID-3', { elements }));
    expect(textOf(headerOf(await heldOne(3)).dataset, '00100020')).toMatch(
      /^WAITING-[0-9a-f]{12}$/
    );
    const [arrival] = await bench.deps.db
      .selectFrom('arrival')
      .select(['state', 'reasons'])
      .where('study_uid', '=', `${root}.3`)
      .execute();
    expect(arrival).toEqual({ state: 'waiting', reasons: ['subject: absent'] });
  });

  it('is the same thing when it comes again, as received or as kept, and another with other bytes', async () => {
    const trialId = await bench.trial(charter('DEID-4'));
    const file = made(4, 'DEID-4');
    await bench.upload(trialId, file);
    const kept = await heldOne(4);
    expect(
      await bench.upload(trialId, file, kept, made(4, 'DEID-4', { pixelSeed: 9 }))
    ).toMatchObject([
      { outcome: 'alreadyThere' },
      { outcome: 'alreadyThere' },
      { outcome: 'quarantined' },
    ]);
    expect(hashBytes(await heldOne(4))).toBe(hashBytes(kept));
    const { images: reported } = await bench.deps.db
      .selectFrom('deidentification_report')
      .select('images')
      .where('study_uid', '=', `${root}.4`)
      .executeTakeFirstOrThrow();
    expect(reported).toBe(1);
  });

  it('waits in quarantine with identity burned in until somebody has looked', async () => {
    const trialId = await bench.trial(charter('DEID-5'));
    const [sent] = await bench.upload(trialId, made(5, 'DEID-5', { elements: burnedIn }));
    expect(sent).toMatchObject({ outcome: 'quarantined', reason: 'identity' });
    const [image] = await apart(trialId);
    expect(image).toMatchObject({ causes: ['identity'], attributes: ['BurnedInAnnotation'] });
    expect(await bench.held(`${root}.5`)).toEqual([]);
    await release(trialId, image?.id ?? '');
    const held = await heldOne(5);
    expect(tagsWith(held, canary)).toEqual(tagsThatKeepIt);
    expect(Buffer.from(held).includes(Buffer.from(handmadePixels(5)))).toBe(true);
    expect(await bench.instance(`${root}.5.1.1`)).toMatchObject({ stored: true, settled: true });
  });

  it('is let in with identity burned in where a rectangle of the charter blacks it', async () => {
    const masks =
      'deidentification: { masks: [{ modality: CT, rows: 64, rectangle: [0, 0, 64, 8], reason: the name }] }\n';
    const trialId = await bench.trial(charter('DEID-6', masks));
    const [sent] = await bench.upload(trialId, made(6, 'DEID-6', { elements: burnedIn }));
    expect(sent).toMatchObject({ outcome: 'stored', reason: null });
    const held = Buffer.from(await heldOne(6));
    const pixels = Buffer.from(handmadePixels(6));
    const rowBytes = 64 * 2;
    expect(held.includes(pixels.subarray(8 * rowBytes))).toBe(true);
    expect(held.includes(pixels.subarray(0, 8 * rowBytes))).toBe(false);
    expect(held.includes(Buffer.alloc(8 * rowBytes))).toBe(true);
  });

  it('is kept apart where it can not be de-identified, with the reason, and can not be let in so', async () => {
    const masks =
      'deidentification: { masks: [{ modality: CT, rectangle: [0, 0, 8, 8], reason: the name }] }\n';
    const trialId = await bench.trial(charter('DEID-7', masks));
    const elements = { '00280004': { vr: 'CS', Value: ['PALETTE COLOR'] } };
    const [sent] = await bench.upload(trialId, made(7, 'DEID-7', { elements }));
    expect(sent).toMatchObject({
      ...{
        outcome: 'quarantined',
        reason: expect.stringMatching(/^notDeidentified: .*PhotometricInterpretation/),
      },
    });
    const [image] = await apart(trialId);
    expect(image).toMatchObject({
      ...{
        causes: ['notDeidentified'],
        refusal: expect.stringMatching(/PhotometricInterpretation/),
      },
    });
    await expect(release(trialId, image?.id ?? '')).rejects.toMatchObject({
      code: 'CL_NOT_DEIDENTIFIED',
    });
    expect((await apart(trialId)).map(({ state }) => state)).toEqual(['quarantined']);
    expect(await bench.held(`${root}.7`)).toEqual([]);
  });

  it('is kept as it came where the charter says so, and its chain says so too', async () => {
    const off = 'deidentification: { off: { reason: a third party does it } }\n';
    const trialId = await bench.trial(charter('DEID-8', off));
    const file = made(8, 'DEID-8');
    await bench.upload(trialId, file);
    expect(hashBytes(await heldOne(8))).toBe(hashBytes(file));
    expect(await bench.instance(`${root}.8.1.1`)).toMatchObject({ kept_sha256: null, found: null });
    const { exam_id: exam } = await bench.deps.db
      .selectFrom('exam_study')
      .select('exam_id')
      .where('study_uid', '=', `${root}.8`)
      .executeTakeFirstOrThrow();
    expect(await deidentificationOf(bench.deps.db, trialId, exam)).toEqual({
      ...{ off: 'a third party does it', images: 1, reports: [] },
    });
    const chain = JSON.stringify(await readChain(bench.deps.db, trialId));
    expect(chain).toContain('"deidentified":false');
  });
});
