import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { get, launchBrowser, root, startEmptyServer, type Product } from '@corelab/e2e';
import { accessMatrix } from '@corelab/server';
import type { APIRequestContext, Browser } from 'playwright-core';
import { forbiddenTo, type Canary, type Viewer } from '../canaries/canary.js';
import { inventoryOf, routesLeftOut, type Inventory } from '../inventory/inventory.js';
import type { OpenApi } from '../inventory/openApi.js';
import type { InventoryRequest } from '../inventory/request.js';
import { browserPlant } from '../plants/browserPlants.js';
import { plantFileVariable, plants, type Plant } from '../plants/plant.js';
import { Searcher } from '../search/searcher.js';
import { AnswerSearch } from './answerSearch.js';
import { crawl, decidingSteps, readingSteps, shortSteps, type Crawl } from './crawl.js';
import { askJson, openSession } from './httpAnswer.js';
import { recordedRequests } from './recorded.js';
import { findLinks } from './linkage.js';
import { forgetBlinded, replay, type Recording } from './replay.js';
import { password, roster, trialCode } from './roster.js';
import {
  emptyTally,
  sendInventory,
  TellingRequests,
  type Asker,
  type Finding,
  type Tally,
} from './sendInventory.js';
import { siteFiles } from './siteFiles.js';
import { trialUnderTest, type TrialSize, type TrialUnderTest } from './trialUnderTest.js';

/** How much is verified. */
export interface VerificationOptions {
  readonly size: TrialSize;
  readonly viewers: readonly Viewer[];
  /** Whole reads in a real browser, and what is planted there. */
  readonly browser: boolean;
  /** Of the product's process, beside this one's: a database server, say. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Gets what a person at the terminal should read. */
  readonly say: (line: string) => void;
}

/** Whether the search saw a leak that was made on purpose. */
export interface PlantResult extends Plant {
  readonly found: boolean;
  /** Where it was seen first. */
  readonly by: string | null;
}

/** Version of the policy's data (SHA-256) and what the charter chose of it. */
export interface PolicyOfTrial {
  readonly policyVersion: string;
  readonly variant: Readonly<Record<string, string | boolean>>;
}

export interface Verification {
  readonly size: TrialSize;
  /** The policy that the trial was under, as its page says. */
  readonly policy: PolicyOfTrial;
  readonly canaries: readonly Canary[];
  readonly tallies: Readonly<Partial<Record<Viewer, Tally>>>;
  readonly crawls: readonly Crawl[];
  readonly findings: readonly Finding[];
  /** Routes of the server that nothing was asked of. */
  readonly leftOut: readonly string[];
  readonly plants: readonly PlantResult[];
  /** What was sent, with places in braces. */
  readonly recorded: Readonly<Partial<Record<Viewer, readonly InventoryRequest[]>>>;
}

const asker = async (
  product: Product,
  trial: TrialUnderTest,
  viewer: Viewer,
  search: AnswerSearch
): Promise<Asker> => ({
  ...{ viewer, url: product.url, search, places: trial.places[viewer] },
  session:
    viewer === 'anonymous' ? null : await openSession(product.url, roster[viewer].user, password),
});

/** What the searches of one viewer need, made once: thousands of texts in all their forms. */
const searchesOf = (trial: TrialUnderTest): ((viewer: Viewer) => AnswerSearch) => {
  const made = new Map<Viewer, Searcher>();
  return viewer => {
    const searcher = made.get(viewer) ?? new Searcher(forbiddenTo(trial.canaries, viewer));
    made.set(viewer, searcher);
    return new AnswerSearch(searcher);
  };
};

/** What tells two readers that they see the same subject, before either has begun it. */
async function linksBetween(product: Product, trial: TrialUnderTest): Promise<Finding[]> {
  const { url } = product;
  const { same, other } = trial.baselines;
  const sessionOf = (member: 'R1' | 'R2') => openSession(url, roster[member].user, password);
  const first = { url, session: await sessionOf('R1') };
  const second = { url, session: await sessionOf('R2') };
  return findLinks(
    trial.people.admin,
    [
      { ...first, readId: same.R1 },
      { ...second, readId: same.R2 },
    ],
    [
      { ...first, readId: other.R1 },
      { ...second, readId: other.R2 },
    ]
  );
}

type Searches = (viewer: Viewer) => AnswerSearch;

async function crawlAll(
  product: Product,
  browser: Browser,
  trial: TrialUnderTest,
  searches: Searches,
  say: (line: string) => void
): Promise<Crawl[]> {
  const crawls: Crawl[] = [];
  for (const [viewer, steps] of [
    ['R1', readingSteps(trial)],
    ['ADJ', decidingSteps],
  ] as const) {
    const of = { product, browser, viewer, places: trial.places[viewer], plant: null };
    const done = await crawl({ ...of, search: searches(viewer) }, steps);
    say(`browser of ${viewer}: ${done.requests} requests, ${done.findings.length} findings`);
    crawls.push(done);
  }
  return crawls;
}

/** Plants every leak in turn and tells whether it is seen; the trial goes on on the same data. */
async function tryPlants(
  { home, environment }: Pick<Required<VerificationOptions>, 'environment'> & { home: string },
  trial: TrialUnderTest,
  searches: Searches,
  recordings: ReadonlyMap<Viewer, Recording>,
  browser: Browser | null,
  say: (line: string) => void
): Promise<PlantResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'corelab-plant-'));
  const file = join(folder, 'plant');
  await writeFile(file, '');
  const loader = pathToFileURL(join(root, 'tests/blinding/dist/plants/register.js')).href;
  const product = await startEmptyServer(home, {
    ...environment,
    [plantFileVariable]: file,
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${loader}`.trim(),
  });
  const results: PlantResult[] = [];
  try {
    for (const plant of plants) {
      if (plant.place === 'browser' && browser === null) continue;
      await forgetBlinded(product);
      await writeFile(file, plant.place === 'server' ? plant.id : '');
      const seen: Finding[] = [];
      if (plant.place === 'server') {
        for (const [viewer, recording] of recordings) {
          if (seen.length > 0) break;
          const asks = await asker(product, trial, viewer, searches(viewer));
          seen.push(...(await replay(asks, recording, accessMatrix)));
        }
      } else if (browser !== null) {
        const places = trial.places.R1;
        const script = browserPlant(plant.id, places);
        const of = { product, browser, viewer: 'R1', places, plant: script } as const;
        seen.push(...(await crawl({ ...of, search: searches('R1') }, shortSteps)).findings);
      }
      const [first] = seen;
      const by = first === undefined ? null : `${first.viewer}: ${first.asked}`;
      say(`plant ${plant.id}: ${by === null ? 'NOT FOUND' : `found by ${by}`}`);
      results.push({ ...plant, found: by !== null, by });
    }
  } finally {
    await product.stop({ keepHome: true });
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}

/** Makes a trial on the real product, asks everything of it as everybody, and searches all that comes back. */
export async function verify(options: VerificationOptions): Promise<Verification> {
  const { say, size } = options;
  const browser = options.browser ? await launchBrowser() : null;
  const environment = options.environment ?? {};
  const product = await startEmptyServer(undefined, environment);
  let running: Product | null = product;
  const opened: APIRequestContext[] = [];
  try {
    const trial = await trialUnderTest(product, size, opened);
    say(`the trial is made: ${trial.canaries.length} canaries`);
    const { policyVersion, variant } = await get<PolicyOfTrial>(
      trial.people.admin,
      `/api/admin/trials/${trialCode}/blinding`
    );
    const searches = searchesOf(trial);
    const links = await linksBetween(product, trial);
    say(`two readers of one subject: ${links.length} findings`);
    const crawls = browser === null ? [] : await crawlAll(product, browser, trial, searches, say);
    const openApi = await askJson<OpenApi>(product.url, '/api/openapi.json');
    const files = options.browser ? await siteFiles(root) : [];
    const findings: Finding[] = [...links, ...crawls.flatMap(one => one.findings)];
    const tallies: Partial<Record<Viewer, Tally>> = {};
    const recorded: Partial<Record<Viewer, readonly InventoryRequest[]>> = {};
    const recordings = new Map<Viewer, Recording>();
    const inventories: Inventory[] = [];
    const browsed = await recordedRequests();
    for (const viewer of options.viewers) {
      const places = trial.places[viewer];
      const own = viewer === 'anonymous' ? files : [];
      const inventory = inventoryOf(openApi, own, browsed[viewer] ?? [], places);
      inventories.push(inventory);
      const tally = emptyTally();
      const telling = new TellingRequests();
      const asks = await asker(product, trial, viewer, searches(viewer));
      const found = await sendInventory(asks, inventory, accessMatrix, tally, telling);
      findings.push(...found);
      tallies[viewer] = tally;
      recorded[viewer] = [
        ...inventory.requests,
        ...inventory.pairs.flatMap(({ there, none }) => [there, none]),
      ];
      if (viewer === 'R1' || viewer === 'ADJ')
        recordings.set(viewer, { requests: telling.requests, pairs: inventory.pairs });
      say(`${viewer}: ${tally.requests} requests, ${found.length} findings`);
    }
    await product.stop({ keepHome: true });
    running = null;
    const planted = await tryPlants(
      { home: product.home, environment },
      trial,
      searches,
      recordings,
      browser,
      say
    );
    return {
      ...{ size, tallies, crawls, findings, recorded, canaries: trial.canaries },
      policy: { policyVersion, variant },
      leftOut: routesLeftOut(accessMatrix, inventories),
      plants: planted,
    };
  } finally {
    for (const context of opened) await context.dispose();
    await browser?.close();
    await running?.stop({ keepHome: true });
    await rm(product.home, { recursive: true, force: true });
  }
}
