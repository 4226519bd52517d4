export type KeyErrorCode =
  | 'CL_KEY_MISSING'
  | 'CL_KEY_UNREADABLE'
  | 'CL_KEY_UNUSABLE'
  | 'CL_KEY_CHANGED';

/** A key of the installation that can't be worked with: nothing is started, since what another would do can't be undone. */
export class KeyError extends Error {
  readonly code: KeyErrorCode;

  constructor(code: KeyErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
