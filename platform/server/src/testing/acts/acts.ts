import { approvalMeanings } from '../../trials/decide-version.js';
import { scopes } from '../../trials/scope.js';
import { impactDecisions, impactMeanings } from '../../workflow/decide-impact.js';
import { decisions, problemKinds } from '../../workflow/problems.js';
import { password, type Answer } from '../test-server.js';
import { actsCharter, readers, type PersonName, type ReaderName } from './act-server.js';
import { subjects, timepoints, type ActTrial } from './act-trial.js';
import { decideOn, requestId, workOn } from './reading-acts.js';
import { targetsOf, type Targets } from './targets.js';

/** One try at an act: numbers that choose what it is done to and how. */
export interface Try {
  readonly act: ActName;
  /** Somebody, by number; null: whoever the act is for. */
  readonly who: PersonName | null;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Doing extends Omit<Try, 'act' | 'who'> {
  readonly trial: ActTrial;
  readonly targets: Targets;
  /** Whoever tries it: the named one unless somebody else was drawn. */
  as<Name extends PersonName>(whose: Name): PersonName;
}

/** Null where there is nothing that it could be done to. */
type Act = (doing: Doing) => Promise<readonly Answer[] | null>;

const reason = 'As the site says';
const authority = 'Letter of the site';

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];
const of = <T>(list: readonly T[], number: number): T => {
  const found = pick(list, number);
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};
const one = async (answer: Promise<Answer>): Promise<readonly Answer[]> => [await answer];

const sizes = [40, 20, 60, 30, 0, 27, 47] as const;

const read = async (
  { trial, targets, a, c, as }: Doing,
  { signs, saves }: { readonly signs: boolean; readonly saves: boolean }
): Promise<readonly Answer[] | null> => {
  const target = pick(await targets.openReads(), a);
  if (target === undefined) return null;
  const mm = target.timepoint === 'BL' ? of([40, 30], c) : of(sizes, c);
  const who = as(target.reader as ReaderName);
  return workOn(trial, target, who, { mm: saves ? mm : null, signs });
};

const adjudicate = async (
  { trial, targets, a, b, as }: Doing,
  signs: boolean
): Promise<readonly Answer[] | null> => {
  const target = pick(await targets.adjudications(), a);
  if (target === undefined) return null;
  const person = as(target.person as ReaderName);
  return decideOn(trial, { ...target, person }, b % 2 === 0 ? 'a' : 'b', signs);
};

const onExam =
  (act: string, more: object = {}): Act =>
  async ({ trial, targets, a, as }) => {
    const exam = pick(await targets.exams(), a);
    if (exam === undefined) return null;
    const who = as(act === 'withdraw' || act === 'supersede' ? 'manager' : 'qc1');
    const decide = (payload: object) => trial.post(who, `/exams/${exam.id}/decide`, payload);
    if (act !== 'pass' && act !== 'passWithDeviation') return one(decide({ act, reason, ...more }));
    const answers = [
      await trial.post(who, `/exams/${exam.id}/claim`, { reason }),
      await trial.post(who, `/exams/${exam.id}/series`, {
        series: exam.series.map(series => ({
          ...{ series, role: 'CT-PV-AX' },
          usable: [{ purpose: 'read', usable: 'yes', reason: null }],
        })),
      }),
    ];
    const deviations = [{ series: exam.series[0] ?? '', purpose: 'read', text: 'Thick slices' }];
    return [...answers, await decide(act === 'pass' ? { act } : { act, reason, deviations })];
  };

const onTimepoint =
  (path: string): Act =>
  ({ trial, a, b, as }) =>
    one(
      trial.post(as('manager'), `/timepoints/${path}`, {
        ...{ subject: of(subjects, a), timepoint: of(timepoints, b), reason },
      })
    );

const onQuery =
  (path: string, payload: object, whose: 'qc1' | 'site101' | 'manager'): Act =>
  async ({ trial, targets, a, as }) => {
    const query = pick(await targets.queries(), a);
    if (query === undefined) return null;
    return one(trial.post(as(whose), `/queries/${query}/${path}`, payload));
  };

const onRead =
  (path: string, payload: (doing: Doing) => object): Act =>
  async doing => {
    const target = pick(await doing.targets.reads(), doing.a);
    if (target === undefined) return null;
    return one(
      doing.trial.post(doing.as('manager'), `/reads/${target.publicId}/${path}`, payload(doing))
    );
  };

const onArrival =
  (path: string, payload: (doing: Doing) => object = () => ({ reason })): Act =>
  async doing => {
    const arrival = pick(await doing.targets.arrivals(), doing.a);
    if (arrival === undefined) return null;
    return one(
      doing.trial.post(doing.as('manager'), `/arrivals/${arrival}/${path}`, payload(doing))
    );
  };

const onQuarantine =
  (path: string, payload: object): Act =>
  async ({ trial, targets, a, as }) => {
    const image = pick(await targets.quarantined(), a);
    if (image === undefined) return null;
    return one(trial.post(as('manager'), `/quarantine/${image}/${path}`, payload));
  };

/** Two images of one study, whole or (3) with a slice missing between four. */
const deliver =
  (timepoint: (b: number) => string, bytes: number): Act =>
  ({ trial, a, b, c, as }) => {
    const numbers = c % 4 === 3 ? [1, 2, 4, 5] : [1, 2];
    const image = { subject: of(subjects, a), timepoint: timepoint(b), study: c % 2, bytes };
    return one(
      trial.deliver(
        as('site101'),
        numbers.map(number => trial.file({ ...image, number }))
      )
    );
  };

/** Dates are corrected by a day: timepoints keep their order. */
const nextDay: Readonly<Record<string, string>> = {
  ...{ '2026-01-05': '2026-01-06', '2026-03-02': '2026-03-03', '2026-04-27': '2026-04-28' },
};

const policies = ['hold', 'readAndContinue', 'readAgainFromInserted'] as const;

/** Every act that is tried, by name. */
export const acts = {
  deliver: deliver(b => of(timepoints, b), 0),
  sendOtherBytes: deliver(b => of(timepoints, b), 1),
  deliverUnplaced: deliver(() => 'TP9', 0),
  match: onArrival('match', ({ a, b }) => ({
    ...{
      subject: of(subjects, b),
      newSubject: a % 3 === 0,
      timepoint: of(['BL', 'TP1', 'TP9'], a),
    },
    ...{ authority, reason },
  })),
  refuseArrival: onArrival('refuse'),
  takeUpAgain: onArrival('take-up-again'),
  releaseQuarantined: onQuarantine('release', { authority, reason }),
  refuseQuarantined: onQuarantine('refuse', { reason }),
  correctExam: async ({ trial, targets, a, b, c, as }) => {
    const exam = pick(await targets.exams(), a);
    if (exam === undefined) return null;
    const [attribute, value] =
      c % 2 === 0
        ? ['subject', of(subjects, b)]
        : ['date', nextDay[exam.date ?? ''] ?? exam.date ?? 'unknown'];
    const payload = { exam: exam.id, attribute, value, authority, reason };
    return one(trial.post(as('manager'), '/corrections', payload));
  },
  declareMissed: onTimepoint('missed'),
  expectAgain: onTimepoint('expected'),
  declareComplete: onTimepoint('complete'),
  pass: onExam('pass'),
  passWithDeviation: onExam('passWithDeviation'),
  refuseExam: onExam('refuse'),
  withdrawExam: onExam('withdraw'),
  supersedeExam: onExam('supersede'),
  reopenQc: onExam('reopenQc'),
  askQuery: async ({ trial, targets, a, as }) => {
    const exam = pick(await targets.exams(), a);
    if (exam === undefined) return null;
    const payload = { exam: exam.id, text: 'Is the phase right?', dueDate: '2026-04-01' };
    return one(trial.post(as('qc1'), '/queries', payload));
  },
  answerQuery: onQuery('answer', { text: 'It is.' }, 'site101'),
  closeQuery: onQuery('close', {}, 'qc1'),
  cancelQuery: onQuery('cancel', { text: 'Settled.' }, 'qc1'),
  reopenQuery: onQuery('reopen', { text: 'Look again.', dueDate: '2026-04-02' }, 'qc1'),
  giveUpQuery: onQuery('not-resupplied', { reason }, 'manager'),
  readNext: doing => read(doing, { saves: true, signs: true }),
  saveDraft: doing => read(doing, { saves: true, signs: false }),
  signAsItIs: doing => read(doing, { saves: false, signs: true }),
  raiseProblem: async ({ trial, targets, a, b, as }) => {
    const target = pick([...(await targets.openReads()), ...(await targets.signedReads())], a);
    if (target === undefined) return null;
    return one(
      trial.on.sessions[as(target.reader as ReaderName)].call(
        'POST',
        `/api/reads/${target.publicId}/problems`,
        { kind: of(problemKinds, b), text: 'Something is wrong', requestId: requestId() }
      )
    );
  },
  answerProblem: async ({ trial, targets, a, b, as }) => {
    const problem = pick(await targets.problems(), a);
    if (problem === undefined) return null;
    const payload = { text: 'Seen', decision: of([...decisions, 'resume', 'resume'] as const, b) };
    return one(trial.post(as('manager'), `/api/admin/problems/${problem}/answer`, payload));
  },
  saveDecision: doing => adjudicate(doing, false),
  signDecision: doing => adjudicate(doing, true),
  askUnlock: async ({ trial, targets, a, b, as }) => {
    const target = pick([...(await targets.signedReads()), ...(await targets.openReads())], a);
    if (target === undefined) return null;
    return one(
      b % 2 === 0
        ? trial.post(as('manager'), `/reads/${target.publicId}/unlock`, { reason })
        : trial.on.sessions[as(target.reader as ReaderName)].call(
            'POST',
            `/api/reads/${target.publicId}/unlock`,
            { reason }
          )
    );
  },
  decideUnlock: async ({ trial, targets, a, b, as }) => {
    const unlock = pick(await targets.unlocks(), a);
    if (unlock === undefined) return null;
    const decision = b % 4 === 0 ? 'refuse' : 'approve';
    return one(
      trial.post(as('manager2'), `/unlocks/${unlock}/decide`, { decision, reason, password })
    );
  },
  decideImpact: async ({ trial, targets, a, b, as }) => {
    const impact = pick(await targets.impacts(), a);
    if (impact === undefined) return null;
    return one(
      trial.post(as('manager'), `/impacts/${impact}/decide`, {
        ...{ decision: of(impactDecisions, b), password, meaning: impactMeanings[0], reason },
      })
    );
  },
  assign: onRead('assign', ({ b }) => ({ user: of(readers, b) })),
  move: onRead('move', ({ b }) => ({ user: of(readers, b), reason })),
  returnToQc: onRead('return-to-qc', () => ({ reason })),
  leaveQc: async ({ trial, targets, a, b, as }) => {
    const target = pick(await targets.returnedReads(), a);
    if (target === undefined) return null;
    const images = of(['asBefore', 'asNow'], b);
    return one(trial.post(as('qc1'), `/reads/${target.publicId}/leave-qc`, { images }));
  },
  replaceReader: ({ trial, a, b, c, as }) =>
    one(
      trial.post(as('manager'), '/replacements', {
        ...{ subject: of(subjects, a), slot: of(['R1', 'R2'], b), user: of(readers, c) },
        ...{ how: of(['takeOver', 'continue'], a + b + c), reason, authorisedBy: 'Sponsor' },
      })
    ),
  endImaging: ({ trial, a, b, as }) =>
    one(
      trial.post(as('manager'), '/end-of-imaging', {
        ...{ subject: of(subjects, a), lastTimepoint: of(timepoints, b), reason },
      })
    ),
  withdrawEndOfImaging: ({ trial, a, as }) =>
    one(
      trial.post(as('manager'), '/end-of-imaging/withdraw', { subject: of(subjects, a), reason })
    ),
  recordConflict: ({ trial, a, b, as }) =>
    one(
      trial.post(as('manager'), '/conflicts', {
        ...{ user: of(readers, a), subject: of(subjects, b), reason },
      })
    ),
  endConflict: async ({ trial, targets, a, as }) => {
    const conflict = pick(await targets.conflicts(), a);
    if (conflict === undefined) return null;
    return one(trial.post(as('manager'), `/conflicts/${conflict}/end`, { reason }));
  },
  amend: async ({ trial, a, b, c, as }) => {
    const showDerived = of(['live', 'afterLesions', 'afterSigning'], c);
    const charter = actsCharter(trial.code, {
      ...{ gapPolicy: of(policies, a), more: `    showDerived: ${showDerived}` },
      adjudicated: trial.adjudicated,
    });
    const saved = await trial.post(as('admin'), '/api/admin/trials', {
      ...{ charter, reason, scope: of(scopes, b) },
    });
    if (saved.statusCode !== 200) return [saved];
    const { version } = saved.json<{ version: number }>();
    const approval = { password, meaning: approvalMeanings[0], reason };
    return [saved, await trial.post(as('approver'), `/versions/${version}/approve`, approval)];
  },
  decideVersion: async ({ trial, a, b, as }) => {
    const act = of(['send', 'recall', 'reject', 'approve'], a);
    const whose = act === 'send' || act === 'recall' ? 'admin' : 'approver';
    const approval = { password, meaning: approvalMeanings[0], reason };
    const payload = act === 'approve' ? approval : act === 'send' ? {} : { reason };
    return one(trial.post(as(whose), `/versions/${(b % 4) + 1}/${act}`, payload));
  },
} satisfies Readonly<Record<string, Act>>;

export type ActName = keyof typeof acts;
export const actNames = Object.keys(acts) as ActName[];

/** Tries an act and waits for what follows from it; null where there was nothing to do it to. */
export const tryAct = async (trial: ActTrial, tried: Try): Promise<readonly Answer[] | null> => {
  const { act, who, ...numbers } = tried;
  const doing: Doing = {
    ...{ ...numbers, trial, targets: targetsOf(trial), as: whose => who ?? whose },
  };
  const answers = await (acts[act] as Act)(doing);
  await trial.settled();
  return answers;
};
