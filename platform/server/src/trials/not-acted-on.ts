import { factViewers, loadCharter, type Charter } from '@corelab/charter';
import { dependsOnDays } from '@corelab/criteria';
import { jsonDifference } from '../audit/difference.js';
import { isRecord } from '../is-record.js';

/** Something a charter asks for that this server would not do: `path` is a JSON Pointer into the resolved charter. */
export interface NotActedOn {
  readonly path: string;
  readonly message: string;
}

type Track = Charter['tracks'][number];

/** Parts of a charter: `true` is the whole value; of a list, of each of its entries. */
type Parts = true | { readonly [key: string]: Parts };

/** What the server reads of a charter. Every other key must have its default: a trial that says otherwise is not run. */
const actedOn: Parts = {
  schemaVersion: true,
  trial: true,
  area: true,
  mode: true,
  criteria: true,
  sites: { code: true, name: true, coordinators: true },
  subjects: { identifierPattern: true },
  matching: true,
  deidentification: true,
  series: true,
  timepoints: { id: true, label: true, kind: true, day: true, window: true, roles: true },
  gapPolicy: true,
  imagingProtocol: { maxSliceThicknessMm: true, qc: true, regions: true },
  tracks: {
    id: true,
    slots: true,
    readers: true,
    paradigm: true,
    order: true,
    release: true,
    closing: true,
    assignment: true,
    replacement: true,
    turnaroundDays: true,
    kind: true,
    recipients: true,
    mayReadEfficacy: true,
    adjudication: {
      scope: true,
      triggers: true,
      dateToleranceDays: true,
      mode: true,
      thirdReadFinal: true,
      laterTimepoints: true,
      counterfactual: true,
    },
    comparison: true,
    comparisonAt: true,
    showDerived: true,
    readerMayDiffer: true,
    bulkUnchanged: true,
  },
  calendar: true,
  signatureMeanings: true,
  roles: true,
  qualifications: true,
  blinding: true,
  clinicalFacts: true,
  windowPresets: true,
  hangingProtocols: true,
  endpoints: true,
  export: { studyId: true },
};

/** Paradigms that are not read, and why. */
const notRead: Readonly<Partial<Record<Track['paradigm'], string>>> = {
  twoAveraged:
    'there is nothing to average: a criterion gives a response, and instruments are not read; use oneReader or twoWithAdjudication',
};

const picked = (value: unknown, parts: Parts): unknown => {
  if (parts === true) return value;
  if (Array.isArray(value)) return value.map(entry => picked(entry, parts));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([key]) => Object.hasOwn(value, key))
      .map(([key, below]) => [key, picked(value[key], below)])
  );
};

/** Kinds of tracks that are not read, and why. */
const notHeld: Readonly<Partial<Record<Track['kind'], string>>> = {
  eligibility:
    'who may enter is decided by a form, and forms are not filled in; leave the track out',
  repeat: 'cases are not drawn to be read again; leave the track out',
  calibration: 'there are no calibration sessions; leave the track out',
};

/** What of a track the server can't do: it has one reader, two with an adjudicator, or several who meet. */
const beyondTrack = ({ paradigm, kind }: Track, path: string): NotActedOn[] => {
  const found: NotActedOn[] = [];
  const say = (key: string, message: string): void =>
    void found.push({ path: `${path}/${key}`, message });
  const unheld = notHeld[kind];
  if (unheld !== undefined) say('kind', unheld);
  const unread = notRead[paradigm];
  if (unread !== undefined) say('paradigm', unread);
  return found;
};

/** What of the order in which a subject's timepoints are read, and with what else it does not go together. */
const beyondOrder = (
  { order, comparison, comparisonAt, assignment, adjudication }: Track,
  path: string
): NotActedOn[] => {
  const found: NotActedOn[] = [];
  const say = (key: string, message: string): void =>
    void found.push({ path: `${path}/${key}`, message });
  if (order === 'randomised')
    say(
      'order',
      'a criterion follows a subject from visit to visit, so its timepoints are read by date, or all together; a random order is for instruments, which are not read'
    );
  if (order === 'hybrid' && adjudication?.mode === 'thirdRead')
    say(
      'adjudication/mode',
      'the global read is of the readers; an adjudicator who reads anew has none; use selectRead or perTimepoint'
    );
  if (order !== 'allAtOnce') return found;
  if (comparison !== 'all' || Object.keys(comparisonAt).length > 0)
    say('comparison', 'timepoints that are read together are all shown beside each other');
  if (!assignment.sameReader)
    say('assignment/sameReader', 'timepoints that are read together have one reader');
  return found;
};

/** What goes by another criterion than the primary one: all of a trial's criteria are derived and exported, reads are compared by one. */
const beyondPrimary = ({ criteria, tracks, endpoints }: Charter): NotActedOn[] => {
  const primary = criteria.find(entry => entry.primary)?.id;
  const found: NotActedOn[] = [];
  if (primary === undefined) return found;
  tracks.forEach(({ adjudication }, index) =>
    adjudication?.triggers.forEach(({ of }, at) => {
      if (of !== primary)
        found.push({
          path: `/tracks/${index}/adjudication/triggers/${at}/of`,
          message: `reads are compared by the primary criterion, ${primary}`,
        });
    })
  );
  if (endpoints.criterion !== primary)
    found.push({
      path: '/endpoints/criterion',
      message: `the options are written for the primary criterion, ${primary}; others take theirs from their parameters`,
    });
  return found;
};

/**
 * What of the blinding can't be kept by what reads are made in: every criterion follows a subject from the baseline on, so its
 * readers know which timepoint is which; and by some a response depends on days.
 */
const beyondBlinding = ({ blinding, criteria }: Charter): NotActedOn[] => {
  const found: NotActedOn[] = [];
  if (blinding.labels === 'letters')
    found.push({
      path: '/blinding/labels',
      message:
        'a criterion goes by the baseline and what came after it, so its readers know which timepoint is which; letters are for instruments, which are not read',
    });
  criteria.forEach(({ parameters }, index) => {
    // Reads are rated on days that each course has moved, in the browser too.
    if ((parameters['pdCutoff'] ?? null) !== null)
      found.push({
        path: `/criteria/${index}/parameters/pdCutoff`,
        message:
          'a day of the calendar has no place in the dates that readers are told; endpoints.pdCutoff is for the best response that is exported',
      });
  });
  const byDays = criteria
    .filter(({ id, parameters }) => dependsOnDays(id, parameters))
    .map(({ id }) => id);
  if (blinding.dates === 'removed' && byDays.length > 0)
    found.push({
      path: '/blinding/dates',
      message: `by ${byDays.join(', ')} a response depends on the days between timepoints, which readers then do not have; offsets tells days without dates`,
    });
  return found;
};

/** Who would be shown clinical facts and has no page that shows them. */
const beyondFacts = ({ clinicalFacts }: Charter): NotActedOn[] =>
  Object.entries(clinicalFacts).flatMap(([kind, { roles }]) =>
    roles.flatMap((role, at) =>
      factViewers.includes(role)
        ? []
        : [
            {
              path: `/clinicalFacts/${kind}/roles/${at}`,
              message: `a ${role} has no page that shows clinical facts; ${factViewers.join(', ')} have`,
            },
          ]
    )
  );

/** A read is made in the timepoint that is read: a layout without it would leave its reader nothing to draw on. */
const beyondHanging = ({ hangingProtocols }: Charter): NotActedOn[] =>
  hangingProtocols.flatMap(({ stages }, index) =>
    stages.flatMap(({ panes }, at) =>
      panes.some(({ timepoint }) => timepoint === 'current')
        ? []
        : [
            {
              path: `/hangingProtocols/${index}/stages/${at}/panes`,
              message: 'a stage has a pane of the timepoint that is read',
            },
          ]
    )
  );

/** Values of keys that the server acts on, beyond what it can do. */
const beyond = (charter: Charter): NotActedOn[] => {
  const { criteria, instruments, tracks } = charter;
  const found: NotActedOn[] = [
    ...beyondPrimary(charter),
    ...beyondBlinding(charter),
    ...beyondFacts(charter),
    ...beyondHanging(charter),
  ];
  const say = (path: string, message: string): void => void found.push({ path, message });
  if (criteria.length === 0) say('/criteria', 'a trial has a criterion');
  if (instruments.length > 0) say('/instruments', 'there are no instruments');
  if (!tracks.some(({ kind }) => kind === 'efficacy'))
    say('/tracks', 'a trial has a track of kind efficacy, that of its endpoint');
  tracks.forEach((track, index) => {
    const path = `/tracks/${index}`;
    if (tracks.findIndex(({ kind }) => kind === 'efficacy') < index && track.kind === 'efficacy')
      say(`${path}/kind`, 'a trial has one track of kind efficacy, that of its endpoint');
    found.push(...beyondTrack(track, path), ...beyondOrder(track, path));
  });
  return found;
};

/**
 * What a valid charter asks for that is not done in this release. Such a charter is refused: a trial must never be read
 * otherwise than its charter says.
 */
export const notActedOn = (charter: Charter): NotActedOn[] => {
  const found = beyond(charter);
  if (found.length > 0) return found;
  const plain = loadCharter(JSON.stringify(picked(charter, actedOn)));
  if (!plain.ok) {
    const [first] = plain.errors;
    throw new Error(`what the server reads of a charter is none: ${first?.path} ${first?.message}`);
  }
  return jsonDifference(plain.charter, charter, text => text).map(({ path, from }) => ({
    path,
    message: from === undefined ? 'must be left out' : `must be ${JSON.stringify(from)}`,
  }));
};
