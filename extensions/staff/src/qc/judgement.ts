import { problemText } from './problemText.js';
import type { Series, Usability } from './qcData.js';

/** What a series may be used for, as a person says it. */
export interface Use {
  readonly usable: Usability;
  readonly reason: string;
}

/** What a person is about to say of a series. */
export interface Judgement {
  /** Null while none is chosen. */
  readonly role: string | null;
  /** No role fits, and so it can not be read. */
  readonly noneFits: boolean;
  readonly read: Use;
  /** By purpose: where it differs from reading. */
  readonly purposes: Readonly<Record<string, Use>>;
}

/** What intake says of reading it, worded: its reason is the code of a problem. A role that is to come is no reason. */
function proposedUse({ usable, problems }: Series): Use {
  const [first] = problems.filter(({ code }) => code !== 'noRole');
  if (usable.reason === 'noRole' && usable.read === 'limited') {
    return first === undefined
      ? { usable: 'yes', reason: '' }
      : { usable: 'limited', reason: problemText(first) };
  }
  const problem = problems.find(({ code }) => code === usable.reason);
  return {
    usable: usable.read,
    reason: problem === undefined ? (usable.reason ?? '') : problemText(problem),
  };
}

/** What stands of a series: what intake proposed, or what was judged. */
export function standing(series: Series): Judgement {
  const { role, usable, judged } = series;
  return {
    role,
    noneFits: role === null && (judged || usable.read === 'no'),
    read: judged ? { usable: usable.read, reason: usable.reason ?? '' } : proposedUse(series),
    purposes: Object.fromEntries(
      (usable.purposes ?? []).map(({ purpose, usable: word, reason }) => [
        purpose,
        { usable: word, reason: reason ?? '' },
      ])
    ),
  };
}

export const hasRoleSaid = ({ role, noneFits }: Judgement): boolean => role !== null || noneFits;

/** Where it is not fully usable there is a reason. */
export const hasReasons = ({ read, purposes }: Judgement): boolean =>
  [read, ...Object.values(purposes)].every(
    ({ usable, reason }) => usable === 'yes' || reason.trim() !== ''
  );

export const isComplete = (judgement: Judgement): boolean =>
  hasRoleSaid(judgement) && hasReasons(judgement);

/** As the server takes it. */
export function asSaid(id: string, { role, read, purposes }: Judgement) {
  const saidOf = (purpose: string, { usable, reason }: Use) => ({
    ...{ purpose, usable, reason: usable === 'yes' ? null : reason.trim() },
  });
  return {
    ...{ series: id, role },
    usable: [
      saidOf('read', read),
      ...Object.entries(purposes).map(([purpose, one]) => saidOf(purpose, one)),
    ],
  };
}
