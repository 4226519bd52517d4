import type { Actor, Beginning, Machine, Transition } from './machine.js';
import { statesOf } from './machine.js';

/** Who tries an act and with what. */
export interface Attempt {
  /** All that the person is in the trial; `system` alone where no person acts. */
  readonly roles: readonly Actor[];
  /** Why, in words; null or blank is no reason. */
  readonly reason: string | null;
  /** The account that acts; null for the system. */
  readonly by: string | null;
  /** The account of whoever else stands for the act. The person who acts is no second one. */
  readonly secondPerson: string | null;
}

export type RefusalCode =
  /** The machine has no such state. */
  | 'CL_STATE_UNKNOWN'
  /** The act does not lead anywhere from this state. */
  | 'CL_ACT_NOT_POSSIBLE'
  /** It does, for people with other roles. */
  | 'CL_ACT_NOT_YOURS'
  | 'CL_REASON_NEEDED'
  | 'CL_SECOND_PERSON_NEEDED';

export type Outcome<State extends string = string> =
  | {
      readonly ok: true;
      readonly state: State;
      readonly step: Beginning<State> | Transition<State>;
    }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      /** One sentence that names the state and what is possible from it. */
      readonly message: string;
      /** The acts that lead on from this state. */
      readonly possible: readonly string[];
    };

/** What leads on from a state, or begins where there is none. */
export const stepsFrom = <State extends string, Act extends string>(
  machine: Machine<State, Act>,
  state: State | null
): readonly (Beginning<State, Act> | Transition<State, Act>)[] =>
  state === null
    ? machine.beginnings
    : machine.transitions.filter(({ from }) => from.includes(state));

/** Whether an act leads on from a state at all, whoever does it. */
export const allows = <State extends string, Act extends string>(
  machine: Machine<State, Act>,
  state: State | null,
  act: NoInfer<Act>
): boolean => stepsFrom(machine, state).some(step => step.act === act);

/** The part of a sentence that names a state. */
export const standing = (machine: Machine, state: string | null): string =>
  state === null ? `There is no ${machine.name} yet` : `The ${machine.name} is ${state}`;

/** The part of a sentence that says what is possible, and for whom. */
export const possibilities = (
  steps: readonly { readonly act: string; readonly roles: readonly Actor[] }[]
): string =>
  steps.length === 0
    ? 'nothing is possible from there'
    : `possible from there: ${steps.map(({ act, roles }) => `${act} (${roles.join(', ')})`).join(', ')}`;

/**
 * Whether an act is allowed and where it leads: the one evaluator of every machine. `state` null is a thing that does
 * not exist yet.
 */
export const transition = <State extends string, Act extends string>(
  machine: Machine<State, Act>,
  state: State | null,
  act: Act,
  attempt: Attempt
): Outcome<State> => {
  const steps = stepsFrom(machine, state);
  const step = steps.find(one => one.act === act);
  const refused = (code: RefusalCode, why: string): Outcome<State> => ({
    ok: false,
    code,
    message: `${standing(machine, state)}: ${why}; ${possibilities(steps)}.`,
    possible: steps.map(one => one.act),
  });
  if (state !== null && !statesOf(machine).includes(state)) {
    return refused('CL_STATE_UNKNOWN', 'there is no such state');
  }
  if (step === undefined) return refused('CL_ACT_NOT_POSSIBLE', `${act} is not possible`);
  if (!step.roles.some(role => attempt.roles.includes(role))) {
    return refused('CL_ACT_NOT_YOURS', `${act} is for ${step.roles.join(', ')}`);
  }
  if (step.reason && (attempt.reason ?? '').trim() === '') {
    return refused('CL_REASON_NEEDED', `${act} needs a reason`);
  }
  if (step.secondPerson && (attempt.secondPerson ?? attempt.by) === attempt.by) {
    return refused('CL_SECOND_PERSON_NEEDED', `${act} needs a second person`);
  }
  return { ok: true, state: step.to, step };
};
