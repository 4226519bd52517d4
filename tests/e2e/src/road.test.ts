import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SubjectTruth, Truth } from '@corelab/phantoms';
import type { Browser, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { readFollowUp } from './followUp.js';
import { launchBrowser } from './browser.js';
import { startProduct, type Product } from './product.js';
import {
  caseShown,
  demoAdmin,
  demoReader,
  dragEndAway,
  drawnPoints,
  logIn,
  measureSelected,
  openNextCase,
  openRead,
  readBaseline,
  saved,
  signRead,
} from './reading.js';
import { codesOf, readTimepoints } from './readByApi.js';
import { nextSlice, openReplayPage, picturesOf, picturesStand } from './replaying.js';
import { corelab, draftOf, exportedRows } from './serverAnswers.js';
import { dragAndLeaveAtOnce } from './viewport.js';
import { lesionsOffTruth, pixelMm, readContext, subjectOfBaseline } from './truthOfRead.js';

jest.setTimeout(600_000);

let product: Product;
const phantoms = (): string => join(product.home, 'demo');
let browser: Browser;
let page: Page;
let truth: Truth;
let subject: SubjectTruth;
/** Subject codes of the courses, by the subject the pixels tell. */
let codes = new Map<string, string>();
/** What the browser was told, each text once. */
const responses = new Set<string>();
const person = () => ({ ...demoReader, request: page.request, url: product.url });

beforeAll(async () => {
  product = await startProduct();
  truth = JSON.parse(await readFile(join(product.home, 'demo', 'truth.json'), 'utf8')) as Truth;
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('response', response => {
    const type = response.headers()['content-type'] ?? '';
    if (/json|html|text/.test(type)) {
      response.text().then(
        body => responses.add(body),
        reason => responses.add(`unread: ${String(reason)}`)
      );
    }
  });
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('one oncology read, end to end', () => {
  it('lists the released cases under pseudonyms', async () => {
    await logIn(page, product.url);
    expect(await page.locator('[data-open]').count()).toBe(truth.subjects.length);
    const words = await page.locator('body').innerText();
    for (const { subjectId } of truth.subjects) expect(words).not.toContain(subjectId);
  });

  it('opens the next case by one key, with images on screen', async () => {
    const read = await openNextCase(page);
    subject = await subjectOfBaseline(page, product.url, read, truth, phantoms());
    const { subjectCode } = await readContext(page, product.url, read);
    expect(subjectCode).toMatch(/^S-/);
    codes.set(subject.subjectId, subjectCode);
  });

  it('measures the baseline within a pixel of the truth and restores it after a reload', async () => {
    const read = new URL(page.url()).searchParams.get('read') ?? '';
    const lesions = subject.timepoints[0]?.lesions ?? [];
    await readBaseline(page, lesions);
    await page.locator('[data-sign=ready]').waitFor({ timeout: 20_000 });
    await saved(page);
    const before = await draftOf(page, product, read);
    expect(before.lesions.map(({ id }) => id).sort()).toEqual(lesions.map(({ id }) => id).sort());
    expect(lesionsOffTruth(before, lesions)).toEqual([]);
    await page.reload();
    await caseShown(page);
    expect((await draftOf(page, product, read)).lesions).toEqual(before.lesions);
    for (const { id } of lesions) {
      expect(await page.locator(`[data-current="${id}"]`).count()).toBe(1);
    }
  });

  it('records the last shape of a drag though the reader is on another slice before it is drawn', async () => {
    const read = new URL(page.url()).searchParams.get('read') ?? '';
    const [lesion] = subject.timepoints[0]?.lesions ?? [];
    if (!lesion) throw new Error('The truth has no lesion at baseline');
    const current = page.locator(`[data-current="${lesion.id}"]`);
    const before = await draftOf(page, product, read);
    const [shown = ''] = (await current.innerText()).split('\n');
    expect(shown).toMatch(/^\d+\.\d$/);
    await dragEndAway(page, lesion, dragAndLeaveAtOnce);
    await current.filter({ hasNotText: shown }).waitFor();
    await saved(page);
    const mark = (await draftOf(page, product, read)).lesions.find(
      ({ id }) => id === lesion.id
    )?.mark;
    const drawn = (await drawnPoints(page)).map(points => JSON.parse(points) as number[][]);
    const tenths = mark?.pointsLps.map(point => point.map(value => Math.round(value * 10)));
    expect(drawn).toContainEqual(tenths);
    const [from = [], to = []] = mark?.pointsLps ?? [];
    const length = Math.hypot(...from.map((value, axis) => value - (to[axis] ?? Number.NaN)));
    expect(mark?.longestDiameterMm).toBe(Math.round(length * 10) / 10);
    await page.keyboard.press('Control+z');
    await current.filter({ hasText: shown }).waitFor();
    await saved(page);
    expect((await draftOf(page, product, read)).lesions).toEqual(before.lesions);
  });

  it('signs, and a signed read is locked at the API', async () => {
    const read = new URL(page.url()).searchParams.get('read') ?? '';
    await signRead(page);
    const session = (await (await page.request.get(`${product.url}/api/session`)).json()) as {
      csrfToken: string;
    };
    const refused = await page.request.put(`${product.url}/api/reads/${read}/draft`, {
      headers: { 'x-csrf-token': session.csrfToken, 'if-match': '"1"' },
      data: { document: await draftOf(page, product, read) },
    });
    expect(refused.status()).toBe(409);
    expect(((await refused.json()) as { code: string }).code).toBe('CL_READ_LOCKED');
  });

  it('shows the drawings of a signed read, and nothing in the viewer changes them', async () => {
    const [lesion] = subject.timepoints[0]?.lesions ?? [];
    if (!lesion) throw new Error('The truth has no lesion at baseline');
    const before = await drawnPoints(page);
    expect(before.length).toBe(subject.timepoints[0]?.lesions.length);
    const row = page.locator(`[data-lesion="${lesion.id}"]`);
    await row.click();
    const value = await row.innerText();
    await dragEndAway(page, lesion);
    for (const key of ['Delete', 'Backspace', 'Control+z', 'Control+y', 'x', 't']) {
      await page.keyboard.press(key);
    }
    await page.evaluate(() => {
      const { commandsManager } = window as unknown as {
        commandsManager: { runCommand(name: string, options?: object): void };
      };
      for (const name of ['clearMeasurements', 'deleteActiveAnnotation', 'undo', 'redo']) {
        commandsManager.runCommand(name, {});
      }
    });
    await page.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    );
    expect(await drawnPoints(page)).toEqual(before);
    expect(await row.innerText()).toBe(value);
  });

  it('tells by the pixels whose the other cases are', async () => {
    codes = await codesOf(person(), truth, phantoms(), codes);
    expect([...codes.keys()].sort()).toEqual(truth.subjects.map(one => one.subjectId).sort());
  });

  it('loses nothing acknowledged when the server is killed in the middle of a follow-up', async () => {
    const code = codes.get(subject.subjectId) ?? '';
    const read = await openRead(page, product.url, code, 'TP1');
    const [first] = subject.timepoints[1]?.lesions ?? [];
    await page.keyboard.press('d');
    if (!first) throw new Error('The truth has no lesion at TP1');
    await measureSelected(page, first);
    await saved(page);
    const before = await draftOf(page, product, read);
    product = await product.crashAndRestart();
    await openRead(page, product.url, code, 'TP1');
    expect(await draftOf(page, product, read)).toEqual(before);
    expect(await page.locator(`[data-lesion=${first.id}]`).getAttribute('data-state')).toBe('done');
  });

  it.each(['101-001', '101-002', '102-003'])(
    'reads the course of %s to the response of the truth, at every timepoint',
    async id => {
      const course = truth.subjects.find(({ subjectId }) => subjectId === id);
      const [baseline, ...followUps] = course?.timepoints ?? [];
      if (!baseline) throw new Error(`The truth has no ${id}`);
      const code = codes.get(id) ?? '';
      // One course is read by hand from its baseline on, of the others the last timepoint: with a new lesion, with a CR.
      if (id !== subject.subjectId) {
        await readTimepoints(person(), code, [
          baseline,
          ...followUps.splice(0, followUps.length - 1),
        ]);
      }
      for (const timepoint of followUps) {
        const read = await openRead(page, product.url, code, timepoint.id);
        await readFollowUp(page, timepoint);
        await saved(page);
        const drawn = await draftOf(page, product, read);
        expect([timepoint.id, lesionsOffTruth(drawn, timepoint.lesions)]).toEqual([
          timepoint.id,
          [],
        ]);
        await page.locator('[data-sign=ready]').waitFor({ timeout: 20_000 });
        const overall = page.locator('[data-overall]').first();
        expect([timepoint.id, await overall.getAttribute('data-overall')]).toEqual([
          timepoint.id,
          timepoint.expected.overall,
        ]);
        await signRead(page);
      }
    }
  );

  it('replays a signed read as its pictures show it, and tells when a pane shows something else', async () => {
    const read = new URL(page.url()).searchParams.get('read') ?? '';
    const replay = await openReplayPage(browser, product.url, demoAdmin, read);
    await replay.locator('[data-verified]').waitFor();
    expect(await replay.locator('[data-act=sign], [data-sign=ready]').count()).toBe(0);
    await replay.locator('[data-act=pictures]').click();
    await picturesStand(replay, ['same', 'same']);
    for (const { share } of await picturesOf(replay)) expect(share).toBeLessThanOrEqual(0.005);
    const marks = await drawnPoints(replay);
    expect(marks).toEqual(await drawnPoints(page));
    for (const key of ['x', 't', 'Delete', 'Control+z', 'Control+Enter', 'n', 'Shift+F']) {
      await replay.keyboard.press(key);
    }
    expect(await drawnPoints(replay)).toEqual(marks);
    // Panes are linked, so both go on; and what differs is seen by the pixels, not only by the names of the images.
    await nextSlice(replay);
    await picturesStand(replay, ['differs', 'differs']);
    expect((await picturesOf(replay))[0]?.share).toBeGreaterThan(0.005);
    await replay.locator('[data-act=restore]').click();
    await picturesStand(replay, ['same', 'same']);
    // Another window, as a person gives it: to both panes of the role.
    await replay.keyboard.press('3');
    await picturesStand(replay, ['differs', 'differs']);
    expect((await picturesOf(replay))[0]?.share).toBeGreaterThan(0.005);
    await replay.close();
  });

  it('exports every signed diameter within a pixel and every response of the truth', async () => {
    const { tr, rs } = await exportedRows(product);
    for (const { subjectId, timepoints } of truth.subjects) {
      for (const { id: visit, lesions, expected } of timepoints) {
        const at = (row: Record<string, string>): boolean =>
          row['VISIT'] === visit && (row['USUBJID'] ?? '').endsWith(subjectId);
        for (const lesion of lesions.filter(({ role }) => role === 'target')) {
          const test = lesion.node ? 'SAXIS' : 'LDIAM';
          const wanted = lesion.status === 'absent' ? 'TUMSTATE' : test;
          const row = tr.find(
            one => at(one) && one['TRLNKID'] === `R1-${lesion.id}` && one['TRTESTCD'] === wanted
          );
          if (lesion.status === 'absent') {
            expect([visit, lesion.id, row?.['TRORRES']]).toEqual([visit, lesion.id, 'ABSENT']);
            continue;
          }
          const counts = lesion.node ? lesion.shortAxisMm : lesion.longestDiameterMm;
          expect(Math.abs(Number(row?.['TRORRES']) - counts)).toBeLessThan(pixelMm);
        }
        if (visit === 'BL') continue;
        const response = (code: string): string | undefined =>
          rs.find(one => at(one) && one['RSTESTCD'] === code)?.['RSSTRESC'];
        expect([subjectId, visit, response('OVRLRESP')]).toEqual([
          subjectId,
          visit,
          expected.overall,
        ]);
        expect(response('TRGRESP')).toBe(expected.target);
        expect(response('NTRGRESP')).toBe(expected.nonTarget);
      }
    }
  });

  it('leaves a record whose chains hold', async () => {
    for (const trial of ['DEMO-ONC', 'system']) {
      const out = join(product.home, `${trial}.jsonl`);
      const verdict = await corelab(product, 'audit', 'export', '--trial', trial, '--out', out);
      expect(verdict).toMatchObject({ ok: true, trial });
      expect((verdict as { entries: number }).entries).toBeGreaterThan(0);
    }
  });

  it('has shown the browser no identifying text', () => {
    expect(responses.size).toBeGreaterThan(10);
    const identifying = [...truth.canaries, ...truth.subjects.map(({ subjectId }) => subjectId)];
    const told = [...responses];
    expect(identifying.filter(text => told.some(body => body.includes(text)))).toEqual([]);
  });
});
