import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { root, type Product } from './product.js';

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

const bin = join(root, 'platform/cli/bin/corelab.mjs');

/** Runs `corelab` against the product, as an admin in a shell does, and answers its JSON. */
export async function corelab(product: Product, ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], {
    env: { ...process.env, CORELAB_HOME: product.home, CORELAB_URL: '', CORELAB_TOKEN: '' },
  });
  return JSON.parse(stdout);
}

/** Exports the demo trial and answers the rows of each file, by column name. */
export async function exportedRows(
  product: Product
): Promise<Record<'tu' | 'tr' | 'rs', Record<string, string>[]>> {
  const out = join(product.home, `export-${randomUUID()}`);
  await corelab(product, 'export', '--trial', 'DEMO-ONC', '--format', 'csv', '--out', out);
  const rowsOf = async (name: string): Promise<Record<string, string>[]> => {
    const [head, ...rows] = (await readFile(join(out, `${name}.csv`), 'utf8'))
      .trim()
      .split(/\r?\n/);
    const names = (head ?? '').split(',');
    return rows.map(row => {
      const values = row.split(',');
      return Object.fromEntries(names.map((column, index) => [column, values[index] ?? '']));
    });
  };
  return { tu: await rowsOf('tu'), tr: await rowsOf('tr'), rs: await rowsOf('rs') };
}
