import type { Page } from 'playwright-core';
import type { Product } from './product.js';

export interface SavedLesion {
  readonly id: string;
  readonly location: string;
  readonly state: string;
  readonly mark: {
    readonly longestDiameterMm: number;
    readonly shortAxisMm: number;
    readonly pointsLps: readonly (readonly number[])[];
  } | null;
}

export interface SavedDocument {
  readonly lesions: readonly SavedLesion[];
}

/** The read's document as the server has it, asked with the page's session. */
export async function draftOf(page: Page, product: Product, read: string): Promise<SavedDocument> {
  const answer = await page.request.get(`${product.url}/api/reads/${read}/draft`);
  return ((await answer.json()) as { document: SavedDocument }).document;
}

/** Rows of one exported file, by column name. */
export async function exported(
  page: Page,
  product: Product,
  name: string
): Promise<Record<string, string>[]> {
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
