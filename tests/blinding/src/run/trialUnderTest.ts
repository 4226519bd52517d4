import {
  awaited,
  drawnTo,
  get,
  post,
  readTimepoints,
  type ApiPerson,
  type Product,
} from '@corelab/e2e';
import {
  phantomPlan,
  type LesionTruth,
  type SubjectTruth,
  type TimepointTruth,
} from '@corelab/phantoms';
import type { APIRequestContext } from 'playwright-core';
import { blindedViewers, viewers, type Canary, type Viewer } from '../canaries/canary.js';
import { phantomCanaries } from '../canaries/phantomCanaries.js';
import type { Places } from '../inventory/request.js';
import { bringFacts, factCanaries } from './clinicalFacts.js';
import { sendEverything, type Deliveries } from './deliveries.js';
import { deployedTrial, type People } from './people.js';
import {
  caseCanaries,
  nonePlaces,
  placesOf,
  realPlaces,
  shownCase,
  type ShownCase,
} from './places.js';
import { labels, roster, siteNames, trialCode, written } from './roster.js';

const root = `/api/admin/trials/${trialCode}`;

/** Both readers have read it, and differ. */
const discordant = '101-001';
/** Both have begun it; the first reader has its second timepoint open. Only in a whole trial. */
const followed = '101-002';
/** Nobody has read it yet. */
const untouched = '102-003';
/** What the first reader draws of T01 at TP1 instead of the truth's 26 mm: progression in place of a response. */
const otherMm = 80;

export type TrialSize = 'small' | 'whole';

const deliveries: Readonly<Record<TrialSize, Deliveries>> = {
  small: {
    letIn: [`${discordant}/BL`, `${discordant}/TP1`, `${untouched}/BL`, `${untouched}/TP1`],
    keptApart: [],
    // The slices of the targets are among them.
    everySlice: 4,
  },
  whole: {
    letIn: [
      ...[`${discordant}/BL`, `${discordant}/TP1`],
      ...[`${followed}/BL`, `${followed}/TP1`, `${followed}/TP2`],
      ...[`${untouched}/BL`, `${untouched}/TP1`, `${untouched}/TP2`],
    ],
    keptApart: [`${discordant}/TP2`, `${discordant}/TP3`],
    everySlice: 1,
  },
};

/** A trial in the midst of its reading, and what is known of it. */
export interface TrialUnderTest {
  readonly people: People;
  readonly canaries: readonly Canary[];
  /** By viewer: what stands at the places of the inventory. */
  readonly places: Readonly<Record<Viewer, Places>>;
  /** Subject code of the case that the first reader has not begun. */
  readonly untouchedCode: string;
  readonly untouched: SubjectTruth;
  /** Reads of baselines: of one subject by both readers, and of another one. */
  readonly baselines: Readonly<Record<'same' | 'other', Readonly<Record<'R1' | 'R2', string>>>>;
}

interface Sheet {
  readonly timepoints: readonly {
    readonly timepoint: string;
    readonly places: readonly { readonly slot: string | null; readonly readId: string | null }[];
  }[];
}

/** The read of a slot at a timepoint of a subject, as the manager's progress page knows it. */
async function readOf(
  manager: ApiPerson,
  subject: string,
  timepoint: string,
  slot: string
): Promise<string> {
  return awaited(`read ${slot} of ${subject} ${timepoint}`, async () => {
    const { timepoints } = await get<Sheet>(manager, `${root}/progress/subjects/${subject}`);
    const places = timepoints.find(one => one.timepoint === timepoint)?.places ?? [];
    return places.find(one => one.slot === slot)?.readId ?? null;
  });
}

interface Listed {
  readonly readId: string;
  readonly subjectCode: string;
  readonly task: string;
}

const listed = async (person: ApiPerson): Promise<readonly Listed[]> =>
  (await get<{ reads: Listed[] }>(person, '/api/reads')).reads;

/** The code under which a reader knows a subject, once its baseline is released. */
async function codeOf(people: People, slot: 'R1' | 'R2', subject: string): Promise<string> {
  const read = await readOf(people.manager, subject, 'BL', slot);
  return awaited(
    `baseline of ${subject} for ${slot}`,
    async () => (await listed(people[slot])).find(({ readId }) => readId === read)?.subjectCode
  );
}

const drawnByFirst = (lesion: LesionTruth, timepoint: string): LesionTruth =>
  timepoint === 'TP1' && lesion.id === 'T01' ? drawnTo(lesion, otherMm) : lesion;

/** Ends of the axis that the first reader alone drew, as they are written in JSON. */
const markCanaries = ({ timepoints }: SubjectTruth): Canary[] => {
  const lesion = timepoints.find(({ id }) => id === 'TP1')?.lesions.find(({ id }) => id === 'T01');
  if (!lesion) throw new Error('the discordant subject has no T01 at TP1');
  return (drawnTo(lesion, otherMm).longAxisLps ?? [])
    .flatMap(([x, y]) => [String(x), String(y)])
    .filter(text => text.length >= 8)
    .map((text, index) => ({
      ...{ kind: 'mark', text, may: ['R1', 'ADJ'] },
      at: `coordinate ${index + 1} of a mark of R1`,
    }));
};

/** Whoever has a role is named on the trainer's list of people. */
const personCanaries = (): Canary[] =>
  Object.entries(roster).flatMap(([member, { user, name }]) => {
    const self = viewers.filter(viewer => viewer === member);
    const may: readonly Viewer[] = member === 'nobody' ? self : [...self, 'trainer'];
    return [
      { kind: 'person', text: user, at: `account of ${member}`, may },
      { kind: 'person', text: name.replace('Doctor ', ''), at: `name of ${member}`, may },
    ];
  });

const trialCanaries = (): Canary[] => [
  ...Object.entries(siteNames).map(([code, text]): Canary => ({
    ...{ kind: 'site', text, at: `name of site ${code}`, may: [] },
  })),
  ...Object.keys(siteNames).map((code): Canary => ({
    ...{ kind: 'site', text: code, at: `code of a site` },
    // Numbers by site are the sponsor's; a coordinator has a site, and the trainer sees whose.
    may: ['sponsor', 'siteCoordinator', 'trainer'],
  })),
  ...(['TP2', 'TP3'] as const).map((id): Canary => ({
    ...{ kind: 'laterTimepoint', text: labels[id], at: `label of ${id}` },
    // The second reader has come to it with one subject.
    may: id === 'TP2' ? ['sponsor', 'R2'] : ['sponsor'],
  })),
  { kind: 'comment', text: written.R1, at: 'comment of R1', may: ['R1', 'ADJ'] },
  { kind: 'comment', text: written.R2, at: 'comment of R2', may: ['R2', 'ADJ'] },
  { kind: 'comment', text: written.problem, at: 'problem that R2 flagged', may: ['R2'] },
  { kind: 'staffWork', text: written.query, at: 'query to the first site', may: [] },
];

/** What the staff has: ids that stand in the addresses of their routes. */
async function staffThings(people: People): Promise<Places> {
  const { exams } = await get<{ exams: { id: string; subject: string }[] }>(
    people.qc,
    `${root}/exams?limit=100`
  );
  const exam = exams.find(({ subject }) => subject === discordant)?.id ?? '';
  const query = await post<{ id: string }>(people.qc, `${root}/queries`, {
    ...{ exam, text: written.query, dueDate: '2027-03-01' },
  });
  const { receipts } = await get<{ receipts: { id: string }[] }>(
    people.manager,
    `${root}/deliveries`
  );
  const { problems } = await get<{ problems: { id: string }[] }>(
    people.manager,
    '/api/admin/problems'
  );
  const things = {
    'staff.exam': exam,
    'staff.query': query.id,
    'staff.receipt': receipts[0]?.id ?? '',
    'staff.problem': problems[0]?.id ?? '',
  };
  for (const [name, id] of Object.entries(things)) if (id === '') throw new Error(`no ${name}`);
  return things;
}

/** What a reader of every so many slices sees of a timepoint; without non-targets there is no judgement of them. */
const seenIn = (timepoint: TimepointTruth, everySlice: number): TimepointTruth => {
  const seen = new Set(
    timepoint.studies
      .flatMap(({ series }) => series)
      .flatMap(({ sops }) => sops.filter((_, slice) => slice % everySlice === 0))
  );
  const lesions = timepoint.lesions.filter(({ sopInstanceUid }) => seen.has(sopInstanceUid));
  const judged = lesions.some(({ role }) => role === 'non-target');
  const { expected } = timepoint;
  return {
    ...timepoint,
    lesions,
    expected: { ...expected, nonTarget: judged ? expected.nonTarget : null },
  };
};

/** Reads what is to be read, so that there is an open read, a signed one, a case to adjudicate and a later timepoint. */
async function readInPart(people: People, size: TrialSize): Promise<void> {
  const { subjects } = phantomPlan();
  const timepoints = (id: string, count: number): TimepointTruth[] =>
    (subjects.find(({ subjectId }) => subjectId === id)?.timepoints ?? [])
      .slice(0, count)
      .map(timepoint => seenIn(timepoint, deliveries[size].everySlice));
  const read = async (slot: 'R1' | 'R2', id: string, count: number): Promise<void> => {
    const code = await codeOf(people, slot, id);
    const drawing = slot === 'R1' && id === discordant ? drawnByFirst : undefined;
    await readTimepoints(people[slot], code, timepoints(id, count), drawing, written[slot]);
  };
  await read('R1', discordant, 2);
  await read('R2', discordant, 2);
  if (size === 'whole') {
    await read('R1', followed, 1);
    await read('R2', followed, 2);
  }
  await post(people.manager, `${root}/end-of-imaging`, {
    ...{ subject: discordant, lastTimepoint: 'TP1', reason: 'treatment discontinued' },
  });
}

/**
 * Makes the trial on a server that has nothing, and everything in it.
 * @param opened gets what the caller closes, also when this fails
 */
export async function trialUnderTest(
  product: Product,
  size: TrialSize,
  opened: APIRequestContext[]
): Promise<TrialUnderTest> {
  const truth = phantomPlan();
  const subject = (id: string): SubjectTruth => {
    const found = truth.subjects.find(({ subjectId }) => subjectId === id);
    if (!found) throw new Error(`the phantoms have no ${id}`);
    return found;
  };
  const people = await deployedTrial(product, opened);
  const files = await sendEverything(people, truth, deliveries[size]);
  const openSubject = size === 'whole' ? followed : untouched;
  const subjectsOfFacts = { discordant, untouched, open: openSubject };
  await bringFacts(people.manager, `${root}/facts/import`, subjectsOfFacts);
  await readInPart(people, size);
  const { manager, R2 } = people;
  const openTimepoint = size === 'whole' ? 'TP1' : 'BL';
  const own = await readOf(manager, openSubject, openTimepoint, 'R1');
  const same = {
    R1: await readOf(manager, untouched, 'BL', 'R1'),
    R2: await readOf(manager, untouched, 'BL', 'R2'),
  };
  const otherSubject = {
    R1: await readOf(manager, discordant, 'BL', 'R1'),
    R2: await readOf(manager, discordant, 'BL', 'R2'),
  };
  // Of the timepoint with compressed frames.
  const signedRead = await readOf(manager, discordant, 'TP1', 'R1');
  const untouchedCode = await codeOf(people, 'R1', untouched);
  await codeOf(people, 'R2', untouched);
  const decision = await awaited('adjudication', async () =>
    (await listed(people.ADJ)).find(({ task }) => task === 'adjudication')
  );
  const signed = await shownCase(people.R1, 'reads', signedRead);
  const cases: Partial<Record<Viewer, ShownCase>> = {
    R1: await shownCase(people.R1, 'reads', own),
    R2: await shownCase(R2, 'reads', same.R2),
    ADJ: await shownCase(people.ADJ, 'adjudications', decision.readId),
  };
  await post(R2, `/api/reads/${same.R2}/problems`, {
    ...{ kind: 'missingSeries', text: written.problem, requestId: 'problem-of-the-proof' },
  });
  const images = phantomCanaries(truth);
  const birth = truth.canaryDates[truth.subjects.indexOf(subject(openSubject))] ?? '';
  const real = realPlaces(subject(openSubject), birth, images);
  const staff = await staffThings(people);
  const shared = { ...real, ...staff, ...nonePlaces(real) };
  const canaries = [
    ...images,
    ...files,
    ...personCanaries(),
    ...trialCanaries(),
    ...factCanaries(),
    ...markCanaries(subject(discordant)),
    ...caseCanaries(signed, 'R1'),
    ...blindedViewers.flatMap(viewer => {
      const shown = cases[viewer];
      return shown === undefined ? [] : caseCanaries(shown, viewer);
    }),
    ...Object.entries(staff).map(([at, text]): Canary => ({
      ...{ kind: 'staffWork', text, at },
      // Whoever flagged a problem knows its id.
      may: at === 'staff.problem' ? ['R2'] : [],
    })),
  ];
  return {
    people,
    canaries,
    places: Object.fromEntries(
      viewers.map(viewer => [viewer, placesOf(viewer, cases, signed, shared)])
    ) as Record<Viewer, Places>,
    untouchedCode,
    untouched: subject(untouched),
    baselines: { same, other: otherSubject },
  };
}
