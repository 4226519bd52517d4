import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LesionTruth, SubjectTruth, Truth } from '@corelab/phantoms';
import type { Browser, Page } from 'playwright-core';
import { decide, openAdjudication, panesShown } from './adjudicationPage.js';
import { awaited, get, post } from './apiPerson.js';
import { launchBrowser } from './browser.js';
import { decideNoImpact, pendingImpacts } from './impactsByApi.js';
import { keepAnswers, type PageAnswer } from './pageAnswers.js';
import { deliver, deliverSoon, sentFiles, type SentFile } from './phantomDelivery.js';
import { startEmptyServer, type Product } from './product.js';
import { lookAtExam } from './examImages.js';
import { examsInQc, passAllExams } from './qcByApi.js';
import { codesOf, drawnTo, readTimepoints, signAgain } from './readByApi.js';
import { logIn, openRead, readBaseline, saved, signRead } from './reading.js';
import { corelab } from './serverAnswers.js';
import { acceptedAsTruth } from './acceptedRows.js';
import { openAgain } from './unlockByApi.js';
import {
  allFinal,
  courseStates,
  deployTrial,
  password,
  root,
  roster,
  trial,
  type Staff,
} from './twoReaderTrial.js';

jest.setTimeout(600_000);

/** The readers differ on this subject alone. */
const discordant = '101-001';
/** Its third timepoint comes under a number that is nobody's. */
const mistyped = '101-01';
/** Two studies on two days are one timepoint; a read of it is opened again. */
const unlocked = '101-002';
/** Its last images of a timepoint come when that has been read. */
const lateOne = '102-003';
const subjectIds = [discordant, unlocked, lateOne];
/** What the first reader draws of T01 at TP1 instead of the truth's 26 mm: 21.7 % below baseline, no response yet. */
const otherMm = 38;

let product: Product;
let browser: Browser;
let truth: Truth;
let staff: Staff;
let late: SentFile[];
const signedAt: string[] = [];
let adjudicatorPage: Page;
let answers: () => Promise<readonly PageAnswer[]>;
const codes = { R1: new Map<string, string>(), R2: new Map<string, string>() };

/** The truth and the phantoms that were made before all tests: their pixels tell a pseudonym's subject. */
const phantoms = (): string => join(process.env['CORELAB_DEMO_HOME'] ?? '', 'demo');

const subjectOf = (id: string): SubjectTruth => {
  const found = truth.subjects.find(({ subjectId }) => subjectId === id);
  if (!found) throw new Error(`The truth has no ${id}`);
  return found;
};

const newPage = (): Promise<Page> =>
  browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });

/** The adjudicator chose the second reader; where both agree, the first one stands. */
async function finalsAreTruth(): Promise<void> {
  await allFinal(staff.manager, subjectIds.length);
  await acceptedAsTruth(product, [
    { ...subjectOf(discordant), evaluator: 'READER 2' },
    { ...subjectOf(unlocked), evaluator: 'READER 1' },
    { ...subjectOf(lateOne), evaluator: 'READER 1' },
  ]);
}

beforeAll(async () => {
  product = await startEmptyServer();
  truth = JSON.parse(await readFile(join(phantoms(), 'truth.json'), 'utf8')) as Truth;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(Object.values(staff ?? {}).map(person => person.request.dispose()));
  await product?.stop();
});

describe('a trial of two readers, from its charter to its export', () => {
  it('is deployed from one file and approved by a second admin', async () => {
    staff = await deployTrial(product);
  });

  it('takes in what the sites send, and a person says whose the mistyped study is', async () => {
    for (const { subjectId, timepoints } of truth.subjects) {
      for (const { id } of timepoints) {
        const wrong = subjectId === discordant && id === 'TP3';
        const number = { '00120040': { vr: 'LO', Value: [mistyped] } };
        let files = await sentFiles(truth, `${subjectId}/${id}`, wrong ? number : {});
        if (subjectId === lateOne && id === 'TP1') {
          late = files.slice(-2);
          files = files.slice(0, -2);
        }
        const { files: taken, matched, waiting } = await deliverSoon(staff.manager, trial, files);
        expect([...new Set(taken.map(({ outcome }) => outcome))]).toEqual(['stored']);
        expect([subjectId, id, waiting > 0, matched > 0]).toEqual([subjectId, id, wrong, !wrong]);
      }
    }
    const { arrivals } = await get<{
      arrivals: { id: string; subject: string; subjects: string[]; reasons: string[] }[];
    }>(staff.manager, `${root}/arrivals`);
    expect(arrivals).toMatchObject([{ subject: mistyped }]);
    expect(arrivals[0]?.subjects).toContain(discordant);
    await post(staff.manager, `${root}/arrivals/${arrivals[0]?.id}/match`, {
      ...{ subject: discordant, site: '101', timepoint: 'TP3' },
      ...{ authority: 'Letter of the site', reason: 'The number lacks a digit' },
    });
  });

  it('keeps apart what comes again with other bytes', async () => {
    const [first] = await sentFiles(truth, `${discordant}/BL`, {
      '00181030': { vr: 'LO', Value: ['Another protocol'] },
    });
    if (first === undefined) throw new Error('There is no image at baseline');
    const { files } = await deliver(staff.manager, trial, [first]);
    expect(files).toMatchObject([{ outcome: 'quarantined' }]);
    const { images } = await get<{ images: { id: string; causes: string[] }[] }>(
      staff.manager,
      `${root}/quarantine`
    );
    expect(images).toMatchObject([{ causes: ['otherBytes'] }]);
    await post(staff.manager, `${root}/quarantine/${images[0]?.id}/refuse`, {
      reason: 'The site sent it twice',
    });
  });

  it('shows the images of an exam to who checks it, and nothing of whose they are', async () => {
    const exams = await examsInQc(staff.qc, trial);
    const exam = exams.find(one => one.subject === discordant && one.timepoints.includes('BL'));
    if (exam === undefined) throw new Error('no exam of the first baseline waits');
    const page = await newPage();
    const told = keepAnswers(page);
    await logIn(page, product.url, { user: roster.qc.user, password });
    const { lit, words, panel } = await lookAtExam(page, product.url, trial, exam.id);
    for (const share of lit) expect(share).toBeGreaterThan(0.05);
    expect(words).toMatch(/CT-PV-AX[\s\S]*Slice \d+\/\d+/);
    expect(panel).toContain('Take the check');
    const answered = await told();
    expect(answered.map(({ url }) => url)).toContainEqual(expect.stringMatching(/\/metadata$/));
    for (const { url, body } of answered.filter(one => one.url.startsWith('/qc/exams/'))) {
      expect([
        url,
        body.includes(discordant),
        truth.canaries.filter(text => body.includes(text)),
      ]).toEqual([url, true, []]);
    }
    await page.locator('[data-strip=list]').click();
    await page.waitForURL(address => address.pathname === '/qc');
    // Back at the exam, whose sheet names it once it has come.
    await page.locator('aside h2', { hasText: discordant }).waitFor();
    await page.close();
  });

  it('shows no reader anything before its images passed QC', async () => {
    expect((await get<{ reads: unknown[] }>(staff.R1, '/api/reads')).reads).toEqual([]);
    const sent = truth.subjects.flatMap(({ subjectId, timepoints }) =>
      timepoints.map(({ id }) => `${subjectId} ${id}`)
    );
    const deviation = { exam: `${unlocked} TP1`, text: 'Slices of 2.5 mm' };
    expect([...new Set(await passAllExams(staff.qc, trial, deviation))].sort()).toEqual(
      sent.sort()
    );
    for (const slot of ['R1', 'R2'] as const) {
      await awaited(`baselines of ${slot}`, async () => {
        const { reads } = await get<{ reads: unknown[] }>(staff[slot], '/api/reads');
        return reads.length === subjectIds.length ? reads : null;
      });
      codes[slot] = await codesOf(staff[slot], truth, phantoms());
      expect([...codes[slot].keys()].sort()).toEqual(subjectIds);
    }
  });

  it('is read by two readers, who differ on one subject', async () => {
    const read = async (slot: 'R1' | 'R2', id: string): Promise<void> => {
      const drawing = (lesion: LesionTruth, timepoint: string): LesionTruth =>
        slot === 'R1' && id === discordant && timepoint === 'TP1' && lesion.id === 'T01'
          ? drawnTo(lesion, otherMm)
          : lesion;
      const { timepoints } = subjectOf(id);
      const code = codes[slot].get(id) ?? '';
      signedAt.push(...(await readTimepoints(staff[slot], code, timepoints, drawing)));
    };
    await Promise.all(
      (['R1', 'R2'] as const).flatMap(slot => [read(slot, discordant), read(slot, unlocked)])
    );
  });

  it('is read in the browser like by any reader', async () => {
    const page = await newPage();
    const person = { user: roster.R1.user, password };
    await logIn(page, product.url, person);
    const [baseline] = subjectOf(lateOne).timepoints;
    await openRead(page, product.url, codes.R1.get(lateOne) ?? '', 'Baseline');
    await readBaseline(page, baseline?.lesions ?? []);
    await saved(page);
    await signRead(page, person);
    await page.close();
  });

  it('asks what images mean that come when their timepoint was read', async () => {
    const [baseline, second, ...rest] = subjectOf(lateOne).timepoints;
    if (!baseline || !second) throw new Error(`${lateOne} has no second timepoint`);
    const [one, two] = [codes.R1.get(lateOne) ?? '', codes.R2.get(lateOne) ?? ''];
    await readTimepoints(staff.R1, one, [second]);
    await readTimepoints(staff.R2, two, [baseline, second]);
    const { matched } = await deliver(staff.manager, trial, late);
    expect(matched).toBe(1);
    expect(await passAllExams(staff.qc, trial)).toEqual([`${lateOne} TP1`]);
    const impacts = await pendingImpacts(staff.manager, root);
    expect(impacts.map(({ slot }) => slot).sort()).toEqual(['R1', 'R2']);
    for (const { id, cause, readState } of impacts) {
      expect([cause, readState]).toEqual(['imagesArrived', 'impactPending']);
      await decideNoImpact(staff.manager, root, id, 'Below the liver, no lesion');
    }
    await readTimepoints(staff.R1, one, rest);
    await readTimepoints(staff.R2, two, rest);
    for (const subject of [unlocked, lateOne]) {
      await post(staff.manager, `${root}/end-of-imaging`, {
        ...{ subject, lastTimepoint: 'TP2', reason: 'treatment discontinued' },
      });
    }
  });

  it('asks the adjudicator about the subject on which the reads differ, and no other', async () => {
    await awaited('adjudication', async () => {
      const { reads } = await get<{ reads: unknown[] }>(staff.ADJ, '/api/reads');
      return reads.length > 0 ? reads : null;
    });
    adjudicatorPage = await newPage();
    answers = keepAnswers(adjudicatorPage);
    await logIn(adjudicatorPage, product.url, { user: roster.ADJ.user, password });
    await adjudicatorPage.locator('[data-open]').first().waitFor();
    expect(await adjudicatorPage.locator('[data-read]').count()).toBe(1);
    expect(await adjudicatorPage.locator('[data-read]').innerText()).toContain('Adjudication');
  });

  it('opens with images in both panes and the marks of both reads on them', async () => {
    await openAdjudication(adjudicatorPage, 'T01');
    const panes = await panesShown(adjudicatorPage);
    expect(panes).toHaveLength(2);
    for (const { marks, lit } of panes) {
      expect(marks).toEqual(expect.arrayContaining(['a T01', 'b T01']));
      expect(lit).toBeGreaterThan(0.05);
    }
  });

  it('says in words what differs and what that does', async () => {
    const fired = adjudicatorPage.locator('[data-fired=true]');
    expect(await fired.getAttribute('data-outcome')).toBe('respDate');
    expect(await adjudicatorPage.locator('[data-difference]').count()).toBe(1);
    const words = await adjudicatorPage.locator('[data-difference]').innerText();
    expect(words).toMatch(/TP1 Same lesion, liver/);
    expect(words).toMatch(/\b38(\.0)?\b/);
    expect(words).toMatch(/\b26(\.0)?\b/);
    const first = adjudicatorPage.locator('[data-counterfactual]').first();
    expect(await first.innerText()).not.toBe('');
  });

  it('is decided with a reason and signed', async () => {
    const reason = { code: 'measurement', text: 'The other axis leaves the lesion.' };
    await decide(adjudicatorPage, '26.0', reason, password);
  });

  it('has told the adjudicator nothing of who read, and when', async () => {
    const told = await answers();
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(({ body }) => body.startsWith('unread: '))).toEqual([]);
    const { R1, R2 } = roster;
    const names = [R1.user, R1.name, R2.user, R2.name, ...subjectIds];
    expect(signedAt).toHaveLength(14);
    const seconds = signedAt.map(at => at.slice(0, 19));
    const found = (text: string): string[] =>
      [...names, ...seconds].filter(word => text.includes(word));
    const slot = (text: string): string | undefined => /\bR[12]\b/.exec(text)?.[0];
    for (const { url, body } of told) {
      expect([url, found(body), slot(body)]).toEqual([url, [], undefined]);
    }
    const words = await adjudicatorPage.content();
    expect([found(words), slot(words)]).toEqual([[], undefined]);
  });

  it('opens a signed read again when a second person agrees, and what stood on it is asked again', async () => {
    await finalsAreTruth();
    const code = codes.R2.get(unlocked) ?? '';
    const dependents = await openAgain(staff.R2, staff.manager, root, { code, timepoint: 'TP1' });
    expect(dependents).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'read', what: 'TP2', then: 'markImpact' }),
        expect.objectContaining({ kind: 'final', then: 'supersede' }),
      ])
    );
    expect(await courseStates(staff.manager)).toMatchObject({
      ...{ [discordant]: 'final', [unlocked]: 'open', [lateOne]: 'final' },
    });
    await signAgain(staff.R2, code);
    const [later] = await pendingImpacts(staff.manager, root);
    expect(later).toMatchObject({ cause: 'earlierRead', slot: 'R2', readState: 'impactPending' });
    await decideNoImpact(staff.manager, root, later?.id ?? '', 'Measured again as before');
  });

  it('exports as accepted the chosen read, and the first where both agree, as the truth has them', async () => {
    await finalsAreTruth();
  });

  it('leaves a record whose chain holds', async () => {
    const out = join(product.home, 'chain.jsonl');
    const verdict = await corelab(product, 'audit', 'export', '--trial', trial, '--out', out);
    expect(verdict).toMatchObject({ ok: true, trial });
  });
});
