import { approvalMeanings } from '../trials/decide-version.js';
import type { Answer } from './http-client.js';
import { charterText, password, type TestServer } from './test-server.js';

/** The trial's charter with an amendment that shows in every read under it. */
export const amendedText = charterText.replace('showDerived: live', 'showDerived: afterSigning');

/** What the admins of T-1 do with its charter over HTTP; `admin` writes, `approver` decides. */
export const charterBench = (server: TestServer) => {
  const call = (token: string, method: 'GET' | 'POST', path: string, payload?: object) =>
    server.ask({
      ...{ method, url: `/api/admin/trials${path}`, headers: { authorization: `Bearer ${token}` } },
      ...(payload === undefined ? {} : { payload }),
    });
  const versions = '/T-1/versions';
  return {
    get: (path: string): Promise<Answer> => call(server.adminToken, 'GET', versions + path),
    deploy: (payload: object): Promise<Answer> => call(server.adminToken, 'POST', '', payload),
    save: (payload: object): Promise<Answer> => call(server.adminToken, 'POST', versions, payload),
    send: (version: number): Promise<Answer> =>
      call(server.adminToken, 'POST', `${versions}/${version}/send`),
    recall: (version: number): Promise<Answer> =>
      call(server.adminToken, 'POST', `${versions}/${version}/recall`, { reason: 'Not yet' }),
    reject: (version: number, token = server.approverToken): Promise<Answer> =>
      call(token, 'POST', `${versions}/${version}/reject`, { reason: 'Not what was agreed' }),
    approve: (version: number, more: object = {}, token = server.approverToken): Promise<Answer> =>
      call(token, 'POST', `${versions}/${version}/approve`, {
        ...{ password, meaning: approvalMeanings[0], reason: 'As agreed' },
        ...more,
      }),
  };
};
