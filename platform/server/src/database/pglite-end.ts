import type { PGlite } from '@electric-sql/pglite';
import { DatabaseGoneError } from './database-away.js';

/** What PGlite calls of PostgreSQL's program, as far as its end is seen there. */
interface Program {
  _PostgresMainLoopOnce(): void;
  stackRestore(to: unknown): void;
}

/** How PostgreSQL leaves a statement that failed; anything else that is thrown is its end. */
const isLeap = (reason: unknown, status: number): boolean =>
  typeof reason === 'object' && reason !== null && 'status' in reason && reason.status === status;

/**
 * Ends a call to the embedded database in which its program ends (PostgreSQL's PANIC, as where its log can't be written): PGlite
 * takes that for a statement that failed and goes on feeding what has ended, which may then never come back.
 * @returns whether it has ended; every later call is refused
 * @throws TypeError where PGlite is made otherwise than this expects
 */
export const endWithProgram = (client: PGlite): (() => boolean) => {
  const { mod, POSTGRES_MAIN_LONGJMP: leap } = client as unknown as {
    readonly mod: Program | undefined;
    readonly POSTGRES_MAIN_LONGJMP: unknown;
  };
  if (
    typeof mod?._PostgresMainLoopOnce !== 'function' ||
    typeof mod.stackRestore !== 'function' ||
    typeof leap !== 'number'
  ) {
    throw new TypeError('PGlite does not call its program as this version of the server expects');
  }
  let end: DatabaseGoneError | null = null;
  const { _PostgresMainLoopOnce: loop, stackRestore: restore } = mod;
  mod._PostgresMainLoopOnce = () => {
    if (end !== null) throw end;
    try {
      loop();
    } catch (reason) {
      if (!isLeap(reason, leap)) end = new DatabaseGoneError(reason);
      throw reason;
    }
  };
  // PGlite calls it first when the loop has thrown: what it throws, unlike that, leaves the call.
  mod.stackRestore = to => {
    restore(to);
    if (end !== null) throw end;
  };
  return () => end !== null;
};
