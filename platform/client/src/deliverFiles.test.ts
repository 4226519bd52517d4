import { describe, expect, it } from '@jest/globals';
import { deliverFiles } from './deliverFiles.js';

/** A request that does as the test says. */
class Scripted extends EventTarget {
  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  status = 0;
  responseText = '';
  address = '';
  sent: FormData | null = null;
  open(method: string, address: string): void {
    this.address = `${method} ${address}`;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(form: FormData): void {
    this.sent = form;
  }
  abort(): void {
    this.dispatchEvent(new Event('abort'));
  }
  answer(status: number, text: string): void {
    Object.assign(this, { status, responseText: text });
    this.dispatchEvent(new Event('load'));
  }
}

const begin = () => {
  const request = new Scripted();
  const ends = new AbortController();
  const told: number[][] = [];
  const delivered = deliverFiles('T/1', [{ name: 'CT/one.dcm', bytes: new Blob(['abc']) }], {
    ...{ csrfToken: 'c', signal: ends.signal },
    onSent: (sent, of) => told.push([sent, of]),
    newRequest: () => request as unknown as XMLHttpRequest,
  });
  return { request, ends, told, delivered };
};

describe('a delivery of files', () => {
  it('goes as a form with the names, tells what has left, and gives the receipt', async () => {
    const { request, told, delivered } = begin();
    expect(request.address).toBe('POST /api/admin/trials/T%2F1/deliveries');
    expect(request.headers).toMatchObject({ 'x-csrf-token': 'c' });
    const file = request.sent?.get('file');
    expect(file instanceof File ? [file.name, file.size] : null).toEqual(['CT/one.dcm', 3]);
    const progress = Object.assign(new Event('progress'), { loaded: 2, total: 3 });
    request.upload.dispatchEvent(progress);
    expect(told).toEqual([[2, 3]]);
    const answer = { receipt: 'r', files: [], matched: 0, waiting: 0 };
    request.answer(200, JSON.stringify(answer));
    expect(await delivered).toEqual(answer);
  });

  it.each([
    [409, '{"code":"CL_NO_CHARTER","message":"None is in force."}', 'CL_NO_CHARTER', 409],
    [502, '<html>', 'CL_HTTP_502', 502],
    // An answer of somebody in between is no receipt.
    [200, '{"ok":true}', 'CL_HTTP_200', 200],
  ])('that is answered with %i is refused', async (status, body, code, told) => {
    const { request, delivered } = begin();
    request.answer(status, body);
    await expect(delivered).rejects.toMatchObject({ code, status: told });
  });

  it('that does not reach the server is offline; one that is ended is cancelled', async () => {
    const lost = begin();
    lost.request.dispatchEvent(new Event('error'));
    await expect(lost.delivered).rejects.toMatchObject({ code: 'CL_OFFLINE', isOffline: true });
    const ended = begin();
    ended.ends.abort();
    await expect(ended.delivered).rejects.toMatchObject({ code: 'CL_CANCELLED' });
  });
});
