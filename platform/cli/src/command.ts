/** 0 done; 1 the work says no; 2 the input is not JSON or the command is wrong. */
export type ExitCode = 0 | 1 | 2;

/** One JSON document for standard output, and what the shell is told. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly output: unknown;
}

export interface Command {
  /** JSON Schemas of input and output, for `--schema`. */
  readonly schema: unknown;
  /** Of one action of several, by the words before `--schema`. */
  schemaFor?(args: readonly string[]): unknown;
  run(args: readonly string[]): Promise<CommandResult>;
}

/** The command or its input is wrong: exit 2, the message on standard error. */
export class UsageError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}

/** A clear failure of the work itself: exit 1, `{ error }` on standard output. */
export class CommandError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
