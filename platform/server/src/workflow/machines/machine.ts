import type { Role } from '../../trials/roles.js';

/** Who may do an act: a role of the trial, or the server itself where no person acts. */
export type Actor = Role | 'system';

export interface StateOfMachine {
  readonly meaning: string;
  /** Nothing is left to do here. */
  readonly final?: true;
}

interface ActOfMachine<State extends string, Act extends string> {
  readonly act: Act;
  readonly to: State;
  /** Any one of them is enough. */
  readonly roles: readonly Actor[];
  /** The act is refused without a reason in words. */
  readonly reason: boolean;
  /** The act is refused unless a person other than the one who acts stands for it too. */
  readonly secondPerson: boolean;
  /** The act of the audit entry; null where the entry of the act that brought it about tells of it. */
  readonly audit: string | null;
  /** One sentence: what it is for. */
  readonly purpose: string;
}

/** How a thing comes to be; its row is inserted in the state `to`. */
export type Beginning<State extends string = string, Act extends string = string> = ActOfMachine<
  State,
  Act
>;

export interface Transition<
  State extends string = string,
  Act extends string = string,
> extends ActOfMachine<State, Act> {
  readonly from: readonly State[];
}

/** The states of one kind of thing and every way between them, as data. */
export interface Machine<State extends string = string, Act extends string = string> {
  /** What the thing is called in a sentence, unique. */
  readonly name: string;
  readonly purpose: string;
  /** The table whose column `state` holds the states; null while no table does. */
  readonly table: string | null;
  readonly states: Readonly<Record<State, StateOfMachine>>;
  readonly beginnings: readonly Beginning<NoInfer<State>, Act>[];
  readonly transitions: readonly Transition<NoInfer<State>, Act>[];
}

/** The union of a machine's states. */
export type StateOf<M> = M extends Machine<infer State, string> ? State : never;

/** Gives the data its literal types; a transition that names a state the machine has not does not compile. */
export const defineMachine = <const State extends string, const Act extends string>(
  machine: Machine<State, Act>
): Machine<State, Act> => machine;

/** All states, in the order of the data. */
export const statesOf = <State extends string>(machine: Machine<State, string>): State[] =>
  Object.keys(machine.states) as State[];
