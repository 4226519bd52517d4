export type AgreementErrorCode =
  | 'CL_STATISTIC_UNKNOWN'
  | 'CL_AGREEMENT_INPUT'
  | 'CL_AGREEMENT_SOURCE'
  | 'CL_AGREEMENT_RAGGED'
  | 'CL_AGREEMENT_RATERS'
  | 'CL_AGREEMENT_CATEGORIES'
  | 'CL_AGREEMENT_CATEGORY_UNKNOWN'
  | 'CL_AGREEMENT_LEVEL'
  | 'CL_AGREEMENT_SUBJECTS'
  | 'CL_AGREEMENT_CASE';

/** Input a statistic can't use. `path` is a JSON pointer into the input that was given. */
export class AgreementError extends Error {
  readonly code: AgreementErrorCode;
  readonly path: string;

  constructor(code: AgreementErrorCode, path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = 'AgreementError';
    this.code = code;
    this.path = path;
  }
}
