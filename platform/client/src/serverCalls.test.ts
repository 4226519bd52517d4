import { describe, expect, it } from '@jest/globals';
import type { Call } from './httpCaller.js';
import { addressOf, serverCalls } from './serverCalls.js';

describe('the address of a call', () => {
  it('takes its names in, escaped, and leaves out what is not given', () => {
    const address = addressOf('/api/admin/trials/{trial}/versions/{version}', {
      path: { trial: 'A/B 1', version: 3 },
      query: { site: '101', state: ['draft', 'signed'], text: '', after: undefined },
    });
    expect(address).toBe(
      '/api/admin/trials/A%2FB%201/versions/3?site=101&state=draft&state=signed'
    );
  });

  it('is refused without a name it needs', () => {
    expect(() => addressOf('/api/admin/audit/{trial}', {})).toThrow(/needs trial/);
  });
});

describe('calls of the server', () => {
  it('send what is given, and give the answer', async () => {
    const sent: Call[] = [];
    const answer = (call: Call) => {
      sent.push(call);
      return Promise.resolve({ body: { versions: [] }, etag: null });
    };
    const calls = serverCalls({ send: answer, change: answer });
    const path = { trial: 'T-1' };
    expect(await calls.get('/api/admin/trials/{trial}/versions', { path })).toEqual({
      versions: [],
    });
    const { recall } = { recall: { path: { trial: 'T-1', version: '2' }, body: { reason: 'x' } } };
    await calls.post('/api/admin/trials/{trial}/versions/{version}/recall', recall);
    expect(sent).toEqual([
      { method: 'GET', path: '/api/admin/trials/T-1/versions' },
      {
        method: 'POST',
        path: '/api/admin/trials/T-1/versions/2/recall',
        body: { reason: 'x' },
      },
    ]);
  });
});
