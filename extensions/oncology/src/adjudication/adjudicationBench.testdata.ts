import {
  adjudicationCase,
  type ChosenRules,
  courseRead,
  type CourseRead,
  type DecisionDocument,
  emptyDecision,
  type Pair,
} from '@corelab/adjudication';
import {
  type AdjudicationContext,
  ClientError,
  createMemoryStore,
  type KeptDraft,
  type SignRequest,
} from '@corelab/client';
import {
  addLesion,
  carryForward,
  type ReadDocument,
  setComment,
  setMark,
  setState,
  toAssessmentInput,
} from '@corelab/reads';
import {
  baselineDocument,
  currentStudy,
  earlierStudy,
  markOf,
} from '../case/caseBench.testdata.js';
import { AdjudicationStore } from './adjudicationStore.js';
import { type AdjudicationPorts, loadAdjudication } from './loadAdjudication.js';

export { currentStudy, earlierStudy, turns } from '../case/caseBench.testdata.js';

/** Eight weeks later: T01 half as large, T02 as given, NT01 there as before. */
function followUp(lungMm: number, lungSlice = 6): ReadDocument {
  const carried = carryForward([baselineDocument()]);
  const measured = setMark(carried, 'T01', markOf(20, 12, 5));
  const both = setMark(measured, 'T02', markOf(lungMm, 6, lungSlice));
  const judged = setState(both, 'NT01', 'present');
  return { ...judged, nonTargetJudgement: 'NON-CR/NON-PD' };
}

/** Read A has PR at TP1. */
export const readA = (): ReadDocument => followUp(10);

/** Read B measures T02 4 mm larger and calls a new lesion in the brain: PD at TP1. */
export function readB(): ReadDocument {
  const seen = addLesion(followUp(14), {
    role: 'new',
    baseline: false,
    trackingUid: '2.25.90',
    location: 'BRAIN',
    mark: markOf(9, 6, 8),
  });
  const called = setState(seen, 'NL01', 'unequivocal');
  return setComment(called, 'NL01', 'Ring enhancing');
}

function courseOf(later: ReadDocument): CourseRead {
  const documents = { BL: baselineDocument(), TP1: later };
  const input = toAssessmentInput({
    criterion: 'recist-1.1',
    parameters: {},
    timepoints: [
      { id: 'BL', kind: 'baseline', date: '2020-01-01', document: documents.BL },
      { id: 'TP1', date: '2020-02-26', document: documents.TP1 },
    ],
  });
  const positions = Object.entries(documents).flatMap(([timepoint, { lesions }]) =>
    lesions.flatMap(({ id, mark }) => {
      const [x, y, z] = mark?.pointsLps[0] ?? [];
      return x === undefined || y === undefined || z === undefined
        ? []
        : [{ timepoint, lesion: id, lps: [x, y, z] as [number, number, number] }];
    })
  );
  return courseRead(input, { positions });
}

const study = (studyInstanceUid: string, timepoint: string, timepointId: string) => ({
  studyInstanceUid,
  timepoint,
  timepointId,
  current: false,
  series: [],
  notShown: [],
});

/** Two reads of one subject: A has PR, B has PD by a new lesion. */
export function adjudicationOf(
  change: Partial<AdjudicationContext> = {},
  later: Pair<ReadDocument> = { a: readA(), b: readB() },
  rules: ChosenRules = { counterfactual: true }
): AdjudicationContext {
  const courses = { a: courseOf(later.a), b: courseOf(later.b) };
  const side = (name: 'a' | 'b') => ({
    reads: [
      { timepoint: 'BL', document: baselineDocument() },
      { timepoint: 'TP1', document: later[name] },
    ],
    output: courses[name].output,
  });
  return {
    adjudicationId: 'adjudication-1',
    state: 'ready',
    trialName: 'ONC-DEMO',
    subjectCode: 'S-0011',
    scope: { kind: 'subject' },
    mode: 'selectRead',
    route: 'oncology-recist',
    charter: { criterion: 'recist-1.1', parameters: {} },
    timepoints: [
      { id: 'BL', label: 'Baseline', day: 0, date: '2020-01-01' },
      { id: 'TP1', label: 'TP 1', day: 56, date: '2020-02-26' },
    ],
    sides: { a: side('a'), b: side('b') },
    case: adjudicationCase(courses.a, courses.b, false, rules),
    studies: [study(earlierStudy, 'Baseline', 'BL'), study(currentStudy, 'TP 1', 'TP1')],
    openItems: [],
    reasons: ['newLesion', 'other'],
    meanings: ['My assessment'],
    signature: null,
    ...change,
  };
}

/** A store on a server that lives in memory: what it saved and what it was asked to sign. */
export async function openAdjudicationBench(
  context: AdjudicationContext = adjudicationOf(),
  options: {
    document?: DecisionDocument;
    kept?: KeptDraft;
    api?: Partial<AdjudicationPorts['api']>;
  } = {}
) {
  const saved: DecisionDocument[] = [];
  const signed: SignRequest[] = [];
  const navigated: string[] = [];
  const drafts = createMemoryStore();
  if (options.kept !== undefined) await drafts.put(context.adjudicationId, options.kept);
  const unused = (): Promise<never> => Promise.reject(new ClientError('CL_UNUSED', -1, 'not used'));
  const ports: AdjudicationPorts = {
    api: {
      session: () =>
        Promise.resolve({
          user: 'adjudicator1',
          name: 'C. Lang',
          hat: 'adjudicator',
          hats: ['adjudicator'],
          roles: ['adjudicator'],
          administrator: false,
          trials: [],
          provider: null,
          csrfToken: 't',
          expiresAt: '',
        }),
      adjudication: () => Promise.resolve(context),
      decision: () =>
        Promise.resolve({ document: options.document ?? emptyDecision(), etag: '"0"' }),
      saveDecision: (_id, document) => {
        saved.push(document);
        return Promise.resolve({ savedAt: '2026-11-23T14:05:32Z', etag: `"${saved.length}"` });
      },
      signDecision: (_id, request) => {
        signed.push(request);
        const signature = {
          by: 'adjudicator1',
          name: 'C. Lang',
          hat: 'adjudicator',
          hats: ['adjudicator'],
          at: '2026-11-23T14:06:00Z',
          meaning: request.meaning,
          zone: 'UTC',
          hash: '9f3c0000aa',
        };
        return Promise.resolve({ signature });
      },
      adjudicationProblems: () =>
        Promise.resolve({ state: context.state, suspended: false, problems: [] }),
      flagAdjudicationProblem: unused,
      reads: unused,
      images: unused,
      adjudicationImages: unused,
      globalReadImages: unused,
      consensusImages: unused,
      ...options.api,
    },
    store: drafts,
    schedule: () => () => undefined,
    newRequestId: () => 'request-1',
    fetch: unused,
    navigate: url => void navigated.push(url),
    report: reason => {
      throw reason;
    },
  };
  const loaded = await loadAdjudication(ports, context.adjudicationId);
  return { store: new AdjudicationStore(ports, loaded), saved, signed, drafts, navigated };
}
