import { text, type TextKey, type TextValues } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { problemKindName, qualificationName, subjectStatusName } from './progressWords.js';
import type { Sheet } from './standings.js';

export type Reason = Sheet['timepoints'][number]['places'][number]['reasons'][number];

/** The values of a sentence, whose shape depends on its key. */
class Params {
  readonly given: Readonly<Record<string, unknown>>;

  constructor(given: Readonly<Record<string, unknown>>) {
    this.given = given;
  }

  /** @throws Error CL_REASON where the server left out a value that the sentence needs. */
  word(name: string): string {
    const value = this.given[name];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw new Error(`CL_REASON: ${name} is missing.`);
  }

  has(name: string): boolean {
    return this.given[name] != null;
  }

  list(name: string): Params[] {
    const value = this.given[name];
    if (!Array.isArray(value)) throw new Error(`CL_REASON: ${name} is no list.`);
    return value.map(one => new Params(one as Readonly<Record<string, unknown>>));
  }
}

const who = (key: TextKey) => (params: Params) => text(key, { user: params.word('user') });

const exams =
  (key: 'progress.why.examQuarantined' | 'progress.why.examQueried' | 'progress.why.examInQc') =>
  (params: Params) =>
    text(key, { count: Number(params.word('exams')), since: instantText(params.word('since')) });

const candidates: Readonly<Record<string, TextKey>> = {
  free: 'progress.person.free',
  accountClosed: 'progress.person.accountClosed',
  noRole: 'progress.person.noRole',
  otherSlot: 'progress.person.otherSlot',
  conflict: 'progress.person.conflict',
  suspended: 'progress.person.suspended',
  absent: 'progress.person.absent',
  notQualified: 'progress.person.notQualified',
};

const candidate = (params: Params): string =>
  text(candidates[params.word('why')] ?? 'progress.person.free', { user: params.word('user') });

const missing = (params: Params): string => {
  const kind = qualificationName(params.word('kind'));
  return params.has('expired')
    ? text('progress.missing.expired', { kind, date: params.word('expired') })
    : kind;
};

const absence = (params: Params): string => {
  const values: TextValues = { user: params.word('user'), until: params.word('until') };
  return params.has('backup')
    ? text('progress.why.readerAbsent', { ...values, backup: params.word('backup') })
    : text('progress.why.readerAbsentAlone', values);
};

const sentences: Readonly<Record<Reason['key'], (params: Params) => string>> = {
  subjectStopped: params =>
    text('progress.why.subjectStopped', { status: subjectStatusName(params.word('status')) }),
  problemOpen: params =>
    text('progress.why.problemOpen', {
      kind: problemKindName(params.word('kind')),
      since: instantText(params.word('since')),
    }),
  readerExcluded: params => {
    const kind = problemKindName(params.word('kind'));
    return params.has('user')
      ? text('progress.why.readerExcluded', { user: params.word('user'), kind })
      : text('progress.why.readerExcludedNobody', { kind });
  },
  impactUndecided: () => text('progress.why.impactUndecided'),
  returnedToQc: () => text('progress.why.returnedToQc'),
  examQuarantined: exams('progress.why.examQuarantined'),
  examQueried: exams('progress.why.examQueried'),
  examInQc: exams('progress.why.examInQc'),
  queryOpen: params => text('progress.why.queryOpen', { since: instantText(params.word('since')) }),
  queryAnswered: params =>
    text('progress.why.queryAnswered', { since: instantText(params.word('since')) }),
  imagesOverdue: params => text('progress.why.imagesOverdue', { since: params.word('since') }),
  imagesExpected: params =>
    params.has('until')
      ? text('progress.why.imagesExpected', { until: params.word('until') })
      : text('progress.why.imagesExpectedOpen'),
  nobodyNamed: params => text('progress.why.nobodyNamed', { slot: params.word('slot') }),
  nobodyAssigned: params =>
    text('progress.why.nobodyAssigned', {
      slot: params.word('slot'),
      people: params.list('people').map(candidate).join(', '),
    }),
  readerAccountClosed: who('progress.why.readerAccountClosed'),
  readerWithoutRole: who('progress.why.readerWithoutRole'),
  readerInConflict: who('progress.why.readerInConflict'),
  readerSuspended: who('progress.why.readerSuspended'),
  readerAbsent: absence,
  readerNotQualified: params =>
    text('progress.why.readerNotQualified', {
      user: params.word('user'),
      missing: params.list('missing').map(missing).join(', '),
    }),
  awaitsBatch: params =>
    params.has('gathered')
      ? text('progress.why.awaitsBatch', {
          gathered: params.word('gathered'),
          size: params.word('size'),
        })
      : text('progress.why.awaitsBatchOf', { size: params.word('size') }),
  awaitsDataCut: () => text('progress.why.awaitsDataCut'),
  noConsensus: params => {
    const since = instantText(params.word('since'));
    const count = Number(params.word('times'));
    return count === 0
      ? text('progress.why.noConsensusLate', { since, until: params.word('until') })
      : text('progress.why.noConsensus', { since, count });
  },
  readersMeet: params =>
    text('progress.why.readersMeet', { since: instantText(params.word('since')) }),
  earlierUnsigned: params =>
    text('progress.why.earlierUnsigned', { timepoint: params.word('timepoint') }),
  releaseFailed: () => text('progress.why.releaseFailed'),
  releasePending: () => text('progress.why.releasePending'),
};

/** Why a place does not go on, in a sentence. */
export const reasonText = ({ key, params }: Reason): string =>
  sentences[key](new Params((params ?? {}) as Readonly<Record<string, unknown>>));
