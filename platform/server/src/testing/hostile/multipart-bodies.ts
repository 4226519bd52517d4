import { connect } from 'node:net';
import { once } from 'node:events';

/** A body of a delivery that is none, or means harm, and how it must be answered. */
export interface HostileBody {
  readonly what: string;
  readonly type: string;
  readonly body: Uint8Array;
  readonly status: number;
  readonly code: string;
}

const type = 'multipart/form-data; boundary=b';
const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
const body = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const badBody = { status: 400, code: 'CL_MULTIPART' } as const;

export const hostileBodies: readonly HostileBody[] = [
  { what: 'no boundary', type: 'multipart/form-data', body: body(`${head}x\r\n--b--`), ...badBody },
  {
    what: 'a boundary of 200 characters',
    type: `multipart/form-data; boundary=${'b'.repeat(200)}`,
    body: body(`${head}x`),
    ...badBody,
  },
  { what: 'another boundary', type, body: body(head.replace('--b', '--c')), ...badBody },
  { what: 'no end', type, body: body(`${head}${'x'.repeat(5000)}`), ...badBody },
  { what: 'an end in the middle of a header', type, body: body(head.slice(0, 20)), ...badBody },
  { what: 'no last boundary', type, body: body(`${head}x\r\n--b`), ...badBody },
  {
    what: 'a header without a name',
    type,
    body: body('--b\r\n: none\r\n\r\nx\r\n--b--'),
    ...badBody,
  },
  {
    what: 'a header of a megabyte',
    type,
    body: body(`--b\r\nX: ${'y'.repeat(1024 ** 2)}\r\n\r\nx\r\n--b--`),
    ...{ status: 413, code: 'CL_BODY_TOO_LARGE' },
  },
  {
    what: 'a megabyte before the first part',
    type,
    body: body(`${'y'.repeat(1024 ** 2)}${head}x\r\n--b--`),
    ...{ status: 413, code: 'CL_BODY_TOO_LARGE' },
  },
];

/**
 * Says that so many bytes come, sends others and, where these are fewer, hangs up; the first line of the answer, empty where there is
 * none.
 */
export const lying = async (
  origin: string,
  {
    path,
    token,
    length,
  }: { readonly path: string; readonly token: string; readonly length: number },
  sent: Uint8Array
): Promise<string> => {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
  });
  await once(socket, 'connect');
  const headers = [
    ...[`POST ${path} HTTP/1.1`, `Host: ${hostname}`, `Content-Type: ${type}`],
    ...[`Authorization: Bearer ${token}`, `Content-Length: ${length}`, 'Connection: close', '', ''],
  ];
  socket.write(headers.join('\r\n'));
  socket.write(sent);
  if (length > sent.length) {
    // Ended by us, where the server waits for more.
    socket.end();
  }
  await once(socket, 'close');
  return answer.split('\r\n')[0] ?? '';
};
