import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '@corelab/e2e';
import { accessMatrix } from '@corelab/server';
import type { Canary } from '../canaries/canary.js';
import type { PlantResult, Verification } from '../run/verification.js';
import type { Crawl } from '../run/crawl.js';
import { plants as allPlants } from '../plants/plant.js';
import { notSearched, searchedForms } from './limits.js';
import { markdownOf } from './markdown.js';

/** What a verification came to, without any text that was looked for. */
export interface Report {
  /** YYYY-MM-DD, as it was given. */
  readonly date: string;
  readonly version: string;
  readonly policy: Verification['policy'];
  readonly trial: string;
  readonly passed: boolean;
  /** How many texts of each kind were looked for. */
  readonly canaries: Readonly<Record<string, number>>;
  readonly tallies: Verification['tallies'];
  readonly crawls: readonly Omit<Crawl, 'recorded' | 'findings'>[];
  readonly findings: Verification['findings'];
  /** How many routes the server has. */
  readonly routes: number;
  readonly leftOut: readonly string[];
  readonly plants: readonly PlantResult[];
  readonly searchedForms: readonly string[];
  readonly notSearched: readonly string[];
}

const sizes = {
  small: 'two subjects of the phantoms, two timepoints each, two readers and an adjudicator',
  whole: 'all subjects of the phantoms, two readers, an adjudicator, two sites, a case decided',
} as const;

const counted = (canaries: readonly Canary[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of canaries) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** Whether nothing leaked, everything was asked, and every leak that was planted was seen. */
export const hasPassed = ({ findings, leftOut, plants }: Verification): boolean =>
  findings.length === 0 && leftOut.length === 0 && plants.every(({ found }) => found);

export async function reportOf(verification: Verification, date: string): Promise<Report> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const { size, policy, tallies, findings, leftOut, plants } = verification;
  return {
    ...{ date, version, policy, tallies, findings, leftOut, plants },
    trial: sizes[size],
    passed: hasPassed(verification) && plants.length === allPlants.length,
    canaries: counted(verification.canaries),
    crawls: verification.crawls.map(({ viewer, requests, bytes, texts, steps }) => ({
      ...{ viewer, requests, bytes, texts, steps },
    })),
    routes: accessMatrix.length,
    ...{ searchedForms, notSearched },
  };
}

/** Writes `report.md`, `report.json` and `requests.json` (what was sent, with places in braces) to a folder. */
export async function writeReport(
  folder: string,
  verification: Verification,
  date: string
): Promise<Report> {
  const report = await reportOf(verification, date);
  await mkdir(folder, { recursive: true });
  const crawled = verification.crawls.map(({ viewer, recorded }) => [viewer, recorded] as const);
  const requests = { sent: verification.recorded, browser: Object.fromEntries(crawled) };
  await writeFile(join(folder, 'report.md'), markdownOf(report));
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(folder, 'requests.json'), `${JSON.stringify(requests, null, 1)}\n`);
  return report;
}
