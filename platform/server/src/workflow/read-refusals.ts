import { CodedError } from '../http/coded-error.js';

/** Nothing is saved or signed while a read is on hold. */
export const readOnHold = (): CodedError =>
  new CodedError(
    409,
    'CL_READ_ON_HOLD',
    'The read is on hold: you flagged a problem. The data manager answers it.'
  );

/** Its reader has seen who the subject is. */
export const readerSuspended = (): CodedError =>
  new CodedError(
    403,
    'CL_READER_SUSPENDED',
    'You flagged identifying information in these images. They are closed to you until the data manager has decided; your draft is kept.'
  );
