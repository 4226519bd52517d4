export type ViewerErrorCode =
  | 'CL_HOST_FETCH'
  | 'CL_HOST_INTEGRITY'
  | 'CL_HOST_UNPACK'
  | 'CL_HOST_PAGE'
  | 'CL_HOST_MINIFY';

/** A step of the site build that can't go on; the message names the file or package and the remedy. */
export class ViewerError extends Error {
  readonly code: ViewerErrorCode;

  constructor(code: ViewerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = 'ViewerError';
  }
}
