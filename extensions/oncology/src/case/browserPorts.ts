import {
  createApiClient,
  createIdbHistoryStore,
  createIdbStore,
  createLocalKeys,
} from '@corelab/client';
import { goToAddress } from '@corelab/host';
import type { CasePorts } from './loadCase.js';
import { newUid } from './newUid.js';

/** What an open case needs, from the browser and its server. */
export function browserPorts(): CasePorts {
  const calls = { fetch: (url: string, init: RequestInit) => fetch(url, init) };
  const keys = createLocalKeys(calls);
  return {
    api: createApiClient(calls),
    store: createIdbStore(keys),
    histories: createIdbHistoryStore(keys),
    schedule: (task, ms) => {
      const id = setTimeout(task, ms);
      return () => clearTimeout(id);
    },
    newUid: () => newUid(crypto.getRandomValues(new Uint8Array(16))),
    newRequestId: () => crypto.randomUUID(),
    fetch: (url, init) => fetch(url, init),
    navigate: goToAddress,
    report: reason => reportError(reason),
  };
}
