import type { Answer } from '../test-server.js';
import type { ActTrial } from './act-trial.js';

/** One thing of a machine, brought into a state. */
export interface Stop {
  readonly state: string;
  /** Brings it there, from where the stop before left it; returns its id in the machine's table. */
  reach(): Promise<string>;
}

/** `409 CL_ACT_NOT_POSSIBLE`, say; `200` where the route does something else and the thing stays. */
export type Refusal = string;

/** An act that a route does. */
export interface RoutedAct {
  /** Tried by whoever may do it from the states it leads on from. */
  ask(id: string): Promise<Answer>;
  /** What is answered where the machine does not have it. */
  readonly refused: Refusal;
  /** From states in which it is refused otherwise. */
  readonly except?: Readonly<Record<string, Refusal>>;
}

/** An act without a route of its own, and why. */
export interface NoRoute {
  readonly noRoute: string;
}

/** How a machine is tried. Every state of it is stopped at, and every act of it said. */
export interface MachineTrial {
  readonly stops: readonly Stop[];
  readonly acts: Readonly<Record<string, RoutedAct | NoRoute>>;
}

/** The server alone does it, as what follows from something else. */
export const bySystem = (what: string): NoRoute => ({ noRoute: `the server does it: ${what}` });
/** People do it as part of another act, which is tried with its own machine. */
export const within = (what: string): NoRoute => ({ noRoute: `part of another act: ${what}` });
/** Nothing does it. */
export const undone = (what: string): NoRoute => ({ noRoute: `nothing does it yet: ${what}` });

export const notPossible: Refusal = '409 CL_ACT_NOT_POSSIBLE';
export const notFound: Refusal = '404 CL_NOT_FOUND';

/** Status and code of an answer as a refusal names them. */
export const refusalOf = ({ statusCode, body }: Answer): Refusal =>
  statusCode === 200 ? '200' : `${statusCode} ${/"code":"(CL_\w+)"/.exec(body)?.[1] ?? body}`;

/** @throws Error where a step that a stop needs is refused. */
export const accepted = async (answer: Promise<Answer>): Promise<Answer> => {
  const given = await answer;
  if (given.statusCode !== 200) throw new Error(`${given.statusCode} ${given.body}`);
  return given;
};

/** Puts a thing into a state that no person brings it to. */
export const putInto = async (
  { on }: ActTrial,
  table: 'read' | 'exam' | 'timepoint' | 'adjudication' | 'global_read' | 'consensus',
  id: string,
  state: string
): Promise<string> => {
  await on.server.deps.db
    .updateTable(table as 'read')
    .set({ state: state as 'ready' })
    .where('id', '=', id)
    .execute();
  return id;
};
