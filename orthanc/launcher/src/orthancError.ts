/** What can go wrong between asking for an archive and having one. */
export type OrthancErrorCode =
  | 'CL_ORTHANC_UNREACHABLE'
  | 'CL_ORTHANC_REFUSED'
  | 'CL_ORTHANC_NO_DICOMWEB'
  | 'CL_ORTHANC_BAD_URL'
  | 'CL_ORTHANC_BAD_SECRETS'
  | 'CL_ORTHANC_PORT_IN_USE'
  | 'CL_ORTHANC_HOME_IN_USE'
  | 'CL_ORTHANC_DIED'
  | 'CL_ORTHANC_MISSING';

/** An error a person can act on: the code for programs, the message for people. */
export class OrthancError extends Error {
  override readonly name = 'OrthancError';

  readonly code: OrthancErrorCode;

  constructor(code: OrthancErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The message of anything thrown. */
export function reasonOf(error: unknown): string {
  return textField(error, 'message') ?? String(error);
}

/** The system's code of a failed call (`ENOENT`, `EADDRINUSE`), or null. */
export function systemCodeOf(error: unknown): string | null {
  return textField(error, 'code');
}

/** Read by shape: errors of another realm are no instance of this one's Error. */
function textField(value: unknown, name: 'message' | 'code'): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const field: unknown = Reflect.get(value, name);
  return typeof field === 'string' ? field : null;
}
