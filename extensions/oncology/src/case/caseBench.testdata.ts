import {
  createMemoryStore,
  createMemoryTable,
  type ApiClient,
  type HistoryStore,
  type KeptDraft,
  type KeptHistory,
  type ReadContext,
  type SignRequest,
} from '@corelab/client';
import { carryForward, emptyReadDocument, type Mark, type ReadDocument } from '@corelab/reads';
import { addLesion, setNonTargetJudgement } from '@corelab/reads';
import type { CaseCommands } from '../keys/caseActions.js';
import { CaseStore } from './caseStore.js';
import { loadCase, type CasePorts } from './loadCase.js';

export const currentStudy = '1.2.3.1';
export const earlierStudy = '1.2.3.2';

/** A mark of the given diameters, mm; `slice` sets its place. */
export function markOf(
  longest: number,
  short = longest * 0.6,
  slice = 1,
  study = currentStudy
): Mark {
  const roundedShort = Math.round(short * 10) / 10;
  return {
    tool: 'Bidirectional',
    pointsLps: [
      [0, 0, slice],
      [longest, 0, slice],
      [longest / 2, -roundedShort / 2, slice],
      [longest / 2, roundedShort / 2, slice],
    ],
    studyInstanceUid: study,
    seriesInstanceUid: `${study}.1`,
    sopInstanceUid: `${study}.1.${slice}`,
    frameNumber: 1,
    longestDiameterMm: longest,
    shortAxisMm: roundedShort,
    sliceThicknessMm: 2.5,
    calibration: null,
  };
}

/** A signed baseline: T01 liver 40 mm, T02 lung 20 mm, NT01 pleura. */
export function baselineDocument(): ReadDocument {
  const lesions = [
    { role: 'target', location: 'LIVER', mark: markOf(40, 24, 5, earlierStudy) },
    { role: 'target', location: 'LUNG', mark: markOf(20, 12, 6, earlierStudy) },
    { role: 'non-target', location: 'PLEURA', mark: markOf(12, 8, 7, earlierStudy) },
  ] as const;
  return lesions.reduce<ReadDocument>(
    (document, lesion, index) =>
      addLesion(document, { ...lesion, baseline: true, trackingUid: `2.25.${index + 1}` }),
    emptyReadDocument()
  );
}

export function contextOf(change: Partial<ReadContext> = {}): ReadContext {
  return {
    readId: 'r1',
    state: 'draft',
    trialName: 'ONC-DEMO',
    subjectCode: 'S-0042',
    timepoint: 'Baseline',
    date: '2020-01-01',
    slot: 'R1',
    baseline: true,
    charter: { criterion: 'recist-1.1', parameters: {}, showDerived: 'live', bulkUnchanged: true },
    mode: 'oncology-recist',
    studies: [
      {
        studyInstanceUid: currentStudy,
        timepoint: 'Baseline',
        current: true,
        series: [],
        notShown: [],
      },
    ],
    history: [],
    signature: null,
    meanings: ['My assessment'],
    ...change,
  };
}

/** A follow-up eight weeks after `baselineDocument`. */
export function followUpContext(change: Partial<ReadContext> = {}): ReadContext {
  return contextOf({
    timepoint: 'TP 1',
    date: '2020-02-26',
    baseline: false,
    studies: [
      {
        studyInstanceUid: currentStudy,
        timepoint: 'TP 1',
        current: true,
        series: [],
        notShown: [],
      },
      {
        studyInstanceUid: earlierStudy,
        timepoint: 'Baseline',
        current: false,
        series: [],
        notShown: [],
      },
    ],
    history: [{ timepoint: 'Baseline', day: 0, date: '2020-01-01', document: baselineDocument() }],
    ...change,
  });
}

/** A page without panes. */
export const noPanes: CaseCommands = {
  showSelected: () => undefined,
  nextCase: () => undefined,
  openTimepoint: () => undefined,
  activeImage: () => null,
  showImage: () => false,
  sliceOf: () => null,
};

export const turns = async (): Promise<void> => {
  for (let i = 0; i < 30; i += 1) {
    await Promise.resolve();
  }
};

/** A store on a server that lives in memory: what it saved and what it was asked to sign. */
export async function openBench(
  context: ReadContext,
  options: {
    document?: ReadDocument;
    kept?: KeptDraft;
    histories?: HistoryStore;
    api?: Partial<ApiClient>;
  } = {}
) {
  const document =
    options.document ??
    (context.baseline
      ? emptyReadDocument()
      : setNonTargetJudgement(carryForward(context.history.map(entry => entry.document)), null));
  const saved: ReadDocument[] = [];
  const signed: SignRequest[] = [];
  const drafts = createMemoryStore();
  const histories = options.histories ?? createMemoryTable<KeptHistory>();
  if (options.kept !== undefined) {
    await drafts.put(context.readId, options.kept);
  }
  let uid = 100;
  const unused = (): Promise<never> => Promise.reject(new Error('not used here'));
  const api: ApiClient = {
    session: () =>
      Promise.resolve({
        user: 'reader1',
        name: 'A. Ober',
        hat: 'reader',
        hats: ['reader'],
        roles: [],
        administrator: false,
        trials: [],
        provider: null,
        csrfToken: 't',
        expiresAt: '',
      }),
    login: unused,
    logout: unused,
    wear: unused,
    reads: unused,
    readingList: unused,
    images: unused,
    replay: unused,
    replayImages: unused,
    adjudication: unused,
    adjudicationImages: unused,
    globalRead: unused,
    globalReadImages: unused,
    consensusImages: unused,
    reconsider: unused,
    signGlobalRead: unused,
    decision: unused,
    saveDecision: unused,
    signDecision: unused,
    adjudicationProblems: unused,
    flagAdjudicationProblem: unused,
    savePreferences: unused,
    flagProblem: unused,
    problems: () => Promise.resolve({ state: context.state, suspended: false, problems: [] }),
    read: () => Promise.resolve(context),
    draft: () => Promise.resolve({ document, etag: '"0"' }),
    saveDraft: (_readId, next) => {
      saved.push(next as ReadDocument);
      return Promise.resolve({ savedAt: '2026-11-23T14:05:32Z', etag: `"${saved.length}"` });
    },
    sign: (_readId, request) => {
      signed.push(request);
      const signature = {
        by: 'reader1',
        name: 'A. Ober',
        at: '2026-11-23T14:06:00Z',
        meaning: request.meaning,
        zone: 'UTC',
        hash: '9f3c0000aa',
      };
      return Promise.resolve({ signature, derived: {} });
    },
    ...options.api,
  };
  const navigated: string[] = [];
  const ports: CasePorts = {
    api,
    store: drafts,
    histories,
    schedule: () => () => undefined,
    newUid: () => `2.25.${(uid += 1)}`,
    newRequestId: () => `request-${(uid += 1)}`,
    fetch: unused,
    navigate: url => void navigated.push(url),
    report: reason => {
      throw reason;
    },
  };
  const store = new CaseStore(ports, await loadCase(ports, context.readId));
  return { store, saved, signed, drafts, histories, ports, navigated };
}
