/** Something wrong at a place in the charter; `path` is a JSON Pointer. */
export interface CharterProblem {
  path: string;
  message: string;
  /** The key itself is wrong, not its value. */
  atKey?: true;
}
