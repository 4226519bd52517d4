import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SubjectTruth, Truth } from '@corelab/phantoms';
import type { Browser, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { launchBrowser } from './browser.js';
import { startProduct, type Product } from './product.js';
import { caseShown, logIn, openNextCase, readBaseline, signRead } from './reading.js';
import { readContext, subjectOfBaseline } from './truthOfRead.js';

jest.setTimeout(600_000);

const pixelMm = 1;
let product: Product;
let browser: Browser;
let page: Page;
let truth: Truth;
let subject: SubjectTruth;
let subjectCode: string;
const responses: string[] = [];

interface Draft {
  readonly document: {
    readonly lesions: readonly {
      readonly id: string;
      readonly location: string;
      readonly mark: { readonly longestDiameterMm: number; readonly shortAxisMm: number } | null;
    }[];
  };
}

async function draftOf(read: string): Promise<Draft['document']> {
  const answer = await page.request.get(`${product.url}/api/reads/${read}/draft`);
  return ((await answer.json()) as Draft).document;
}

async function exported(name: string): Promise<Record<string, string>[]> {
  const answer = await page.request.get(`${product.url}/api/admin/trials/DEMO-ONC/export`, {
    headers: { authorization: `Bearer ${product.token}` },
  });
  const { files } = (await answer.json()) as { files: { name: string; content: string }[] };
  const [head, ...rows] = (files.find(file => file.name === name)?.content ?? '')
    .trim()
    .split('\n');
  const names = (head ?? '').split(',');
  return rows.map(row => {
    const values = row.split(',');
    return Object.fromEntries(names.map((column, index) => [column, values[index] ?? '']));
  });
}

beforeAll(async () => {
  product = await startProduct();
  truth = JSON.parse(await readFile(join(product.home, 'demo', 'truth.json'), 'utf8')) as Truth;
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  page.on('response', response => {
    const type = response.headers()['content-type'] ?? '';
    if (/json|html|text/.test(type)) {
      response.text().then(
        body => responses.push(body),
        reason => responses.push(`unread: ${String(reason)}`)
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
    subject = await subjectOfBaseline(page, product.url, read, truth, join(product.home, 'demo'));
    ({ subjectCode } = await readContext(page, product.url, read));
    expect(subjectCode).toMatch(/^S-/);
  });

  it('measures the baseline within a pixel of the truth and restores it after a reload', async () => {
    const read = new URL(page.url()).searchParams.get('read') ?? '';
    const lesions = subject.timepoints[0]?.lesions ?? [];
    await readBaseline(page, lesions);
    await page.locator('[data-sign=ready]').waitFor({ timeout: 20_000 });
    const saved = await draftOf(read);
    expect(saved.lesions.map(({ id }) => id).sort()).toEqual(lesions.map(({ id }) => id).sort());
    for (const lesion of lesions) {
      const mark = saved.lesions.find(({ id }) => id === lesion.id)?.mark;
      expect(Math.abs((mark?.longestDiameterMm ?? NaN) - lesion.longestDiameterMm)).toBeLessThan(
        pixelMm
      );
    }
    await page.reload();
    await caseShown(page);
    expect((await draftOf(read)).lesions).toEqual(saved.lesions);
    for (const { id } of lesions) {
      expect(await page.locator(`[data-current="${id}"]`).count()).toBe(1);
    }
  });

  it('signs, and a signed read is locked at the API', async () => {
    const read = new URL(page.url()).searchParams.get('read') ?? '';
    await signRead(page);
    const session = (await (await page.request.get(`${product.url}/api/session`)).json()) as {
      csrfToken: string;
    };
    const refused = await page.request.put(`${product.url}/api/reads/${read}/draft`, {
      headers: { 'x-csrf-token': session.csrfToken, 'if-match': '"1"' },
      data: { document: await draftOf(read) },
    });
    expect(refused.status()).toBe(409);
    expect(((await refused.json()) as { code: string }).code).toBe('CL_READ_LOCKED');
  });

  it('exports the signed marks with the diameters of the truth', async () => {
    const rows = (await exported('tr.csv')).filter(row =>
      row['USUBJID']?.endsWith(subject.subjectId)
    );
    const targets = subject.timepoints[0]?.lesions.filter(
      ({ role, node }) => role === 'target' && !node
    );
    for (const { id, longestDiameterMm } of targets ?? []) {
      const row = rows.find(one => one['TRLNKID'] === `R1-${id}` && one['TRTESTCD'] === 'LDIAM');
      expect(Math.abs(Number(row?.['TRORRES']) - longestDiameterMm)).toBeLessThan(pixelMm);
    }
  });

  it('has shown the browser no identifying text', () => {
    expect(responses.length).toBeGreaterThan(10);
    const all = responses.join('\n');
    expect(truth.canaries.filter(canary => all.includes(canary))).toEqual([]);
    expect(truth.subjects.filter(({ subjectId }) => all.includes(subjectId))).toEqual([]);
  });
});
