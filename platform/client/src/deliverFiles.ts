import type { AnswerOf } from './serverCalls.js';
import { ClientError } from './clientError.js';
import { record } from './httpCaller.js';
import { announceSessionEnded } from './sessionEvents.js';

/** What became of a delivery: its receipt, and of each file. */
export type Delivered = AnswerOf<'/api/admin/trials/{trial}/deliveries', 'post'>;

/** One file as the sender calls it. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Blob;
}

export interface DeliverOptions {
  /** Of the person's session. */
  readonly csrfToken: string;
  /** Ends the delivery; what came of it stays with the server. */
  readonly signal: AbortSignal;
  /** Told of bytes that have left, of all that will leave. */
  onSent(sent: number, of: number): void;
  /** A new request, which tells of what it has sent as `fetch` can't. */
  newRequest?: () => XMLHttpRequest;
}

const refusalOf = (request: XMLHttpRequest, body: unknown): ClientError => {
  const fields = record(body);
  const code = fields?.['code'];
  const message = fields?.['message'];
  return new ClientError(
    typeof code === 'string' ? code : `CL_HTTP_${request.status}`,
    request.status,
    typeof message === 'string' ? message : `The server answered with status ${request.status}.`,
    body
  );
};

const bodyOf = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (reason) {
    return { message: `The server's answer is not JSON: ${String(reason)}` };
  }
};

/**
 * Sends files to a trial as one delivery. The browser reads them from the disk while they leave.
 * @throws ClientError: CL_CANCELLED where `signal` ended it, CL_OFFLINE where the server was not reached or broke off, or
 * the server's own
 */
export const deliverFiles = (
  trial: string,
  files: readonly NamedFile[],
  { csrfToken, signal, onSent, newRequest = () => new XMLHttpRequest() }: DeliverOptions
): Promise<Delivered> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const { name, bytes } of files) form.append('file', bytes, name);
    const request = newRequest();
    const cancel = (): void => request.abort();
    const end = (settle: () => void) => (): void => {
      signal.removeEventListener('abort', cancel);
      settle();
    };
    const failed = (code: string, message: string) =>
      end(() => reject(new ClientError(code, 0, message)));
    if (signal.aborted) {
      failed('CL_CANCELLED', 'The delivery was cancelled.')();
      return;
    }
    request.open('POST', `/api/admin/trials/${encodeURIComponent(trial)}/deliveries`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(loaded, total));
    request.addEventListener('error', failed('CL_OFFLINE', 'The server does not answer.'));
    request.addEventListener('timeout', failed('CL_OFFLINE', 'The server does not answer.'));
    request.addEventListener('abort', failed('CL_CANCELLED', 'The delivery was cancelled.'));
    request.addEventListener(
      'load',
      end(() => {
        const body = bodyOf(request.responseText);
        if (request.status === 200 && Array.isArray(record(body)?.['files'])) {
          resolve(body as Delivered);
          return;
        }
        if (request.status === 401) announceSessionEnded();
        reject(refusalOf(request, body));
      })
    );
    signal.addEventListener('abort', cancel);
    request.send(form);
  });
