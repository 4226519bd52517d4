import {
  decide,
  logIn,
  openAdjudication,
  openRead,
  readBaseline,
  saved,
  signRead,
  type Product,
} from '@corelab/e2e';
import type { Browser, Page } from 'playwright-core';
import type { Viewer } from '../canaries/canary.js';
import {
  asRecorded,
  fill,
  nameOf,
  withPlaces,
  type InventoryRequest,
  type Places,
} from '../inventory/request.js';
import type { AnswerSearch, PlacedTrace } from './answerSearch.js';
import { PageWatch } from './pageWatch.js';
import { recordingProxy, type Exchange } from './recordingProxy.js';
import { labels, password, roster } from './roster.js';
import type { Finding } from './sendInventory.js';
import type { TrialUnderTest } from './trialUnderTest.js';

/** What a browser did and what was found in it. */
export interface Crawl {
  readonly viewer: Viewer;
  readonly requests: number;
  readonly bytes: number;
  /** Texts of pages, storages, consoles and addresses. */
  readonly texts: number;
  readonly steps: readonly string[];
  readonly findings: readonly Finding[];
  /** What the browser asked for, each once, with places. */
  readonly recorded: readonly InventoryRequest[];
}

export interface CrawlOptions {
  readonly product: Product;
  readonly browser: Browser;
  readonly viewer: 'R1' | 'ADJ';
  readonly places: Places;
  readonly search: AnswerSearch;
  /** A script that leaks on purpose. */
  readonly plant: string | null;
}

/** Even a pseudonymous UID has no business in the console. */
const namesImages = (line: string): boolean => /\d+(?:\.\d+){4,}/.test(line);

/** One step of a person's work in the page. */
type Step = readonly [name: string, act: (page: Page, url: string) => Promise<unknown>];

/** Pages and settings of the host that would show more. */
const attempts: readonly string[] = [
  '/local',
  '/localbasic',
  '/debug',
  '/viewer?StudyInstanceUIDs={none.uid}',
  '/oncology-recist?StudyInstanceUIDs={none.uid}&hangingprotocolid=mpr',
  '/?configUrl=/api/openapi.json&customization=/plugins/manifest.json&token=x',
];

const logInAs = (member: 'R1' | 'ADJ'): Step => [
  'log in',
  (page, url) => logIn(page, url, { user: roster[member].user, password }),
];

/** A whole baseline, and the timepoint after it as far as it opens by itself. */
export const readingSteps = ({ untouched, untouchedCode }: TrialUnderTest): readonly Step[] => {
  const [baseline] = untouched.timepoints;
  return [
    logInAs('R1'),
    ['open a baseline', (page, url) => openRead(page, url, untouchedCode, labels.BL)],
    ['mark and measure', page => readBaseline(page, baseline?.lesions ?? [])],
    ['wait until it is saved', page => saved(page)],
    ['reload', page => page.reload()],
    ['sign', page => signRead(page, { user: roster.R1.user, password })],
    ['open the next timepoint', (page, url) => openRead(page, url, untouchedCode, labels.TP1)],
    ['ask for the keys', page => page.keyboard.press('?')],
    ['close them', page => page.keyboard.press('Escape')],
  ];
};

/** A whole decision between two reads. */
export const decidingSteps: readonly Step[] = [
  logInAs('ADJ'),
  ['open the adjudication', page => openAdjudication(page, 'T01')],
  [
    'choose, give the reason and sign',
    page =>
      decide(
        page,
        '26.0',
        { code: 'measurement', text: 'The other axis leaves the lesion.' },
        password
      ),
  ],
];

/** Opens the reading list alone: enough for what is planted in every page. */
export const shortSteps: readonly Step[] = [logInAs('R1')];

const goTo = (path: string, places: Places): Step => [
  `go to ${path}`,
  (page, url) => page.goto(`${url}${fill(path, places)}`),
];

/** Does the steps in a real browser, and searches every byte that it got and every text that it had. */
export async function crawl(
  { product, browser, viewer, places, search, plant }: CrawlOptions,
  steps: readonly Step[]
): Promise<Crawl> {
  const findings: Finding[] = [];
  const recorded = new Map<string, InventoryRequest>();
  const done: string[] = [];
  let [requests, bytes, texts] = [0, 0, 0];
  const found = (asked: string, status: number | null, traces: readonly PlacedTrace[]): void => {
    for (const trace of traces) findings.push({ viewer, asked, status, trace });
  };
  const seen = ({ method, path, headers, answer }: Exchange): void => {
    requests += 1;
    bytes += answer.body.length;
    const accept = headers['accept'];
    const request: InventoryRequest = {
      ...{ method, path: asRecorded(withPlaces(path, places)), route: null },
      ...(accept === undefined ? {} : { headers: { accept } }),
    };
    recorded.set(nameOf(request), request);
    found(nameOf(request), answer.status, search.tracesIn(answer));
    found(`${method} (address)`, answer.status, search.valueTraces(path, 'address'));
  };
  const proxy = await recordingProxy(product.url, seen);
  const context = await browser.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: 'en-GB', acceptDownloads: true },
  });
  try {
    const watch = await PageWatch.of(context, plant);
    const page = await context.newPage();
    const look = async (step: string): Promise<void> => {
      for (const { at, text } of await watch.texts(page)) {
        texts += 1;
        found(`${step}: ${at}`, null, search.valueTraces(text, at));
        if (at === 'console' && namesImages(text))
          findings.push({
            viewer,
            asked: step,
            status: null,
            differs: ['the console names an image'],
          });
      }
    };
    for (const [name, act] of [...steps, ...attempts.map(path => goTo(path, places))]) {
      await act(page, proxy.url);
      await look(name);
      done.push(name);
    }
    await proxy.idle();
  } finally {
    await context.close();
    await proxy.stop();
  }
  return {
    ...{ viewer, requests, bytes, texts, steps: done, findings },
    recorded: [...recorded.values()],
  };
}
