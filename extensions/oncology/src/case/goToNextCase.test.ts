import { describe, expect, it } from '@jest/globals';
import { ClientError, type ReadImages, type ReadListItem } from '@corelab/client';
import {
  goToNextCase,
  prepareNextCase,
  type NextCasePorts,
  type SignableCase,
} from './goToNextCase.js';

const item = (readId: string, state: string): ReadListItem =>
  ({ readId, state, route: 'oncology-recist' }) as ReadListItem;

function ports(reads: ReadListItem[]) {
  const visited: string[] = [];
  const fetched: string[] = [];
  const reported: unknown[] = [];
  const given: NextCasePorts = {
    api: {
      reads: () => Promise.resolve(reads),
      images: readId =>
        Promise.resolve<ReadImages>({
          readId,
          mode: 'oncology-recist',
          studies: [{ studyInstanceUid: '1.2', series: [{ seriesInstanceUid: '1.2.3' }] }],
        }),
      adjudicationImages: adjudicationId =>
        Promise.resolve({ adjudicationId, route: 'oncology-recist', studies: [] }),
      globalReadImages: globalReadId =>
        Promise.resolve({ globalReadId, route: 'oncology-recist', studies: [] }),
      consensusImages: consensusId => Promise.resolve({ consensusId, studies: [] }),
    },
    fetch: url => {
      fetched.push(url);
      const slice = (sop: string, number: number) => ({
        '00080018': { Value: [sop] },
        '00200013': { Value: [number] },
      });
      const body = url.endsWith('/metadata')
        ? JSON.stringify([slice('9.2', 2), slice('9.1', 1)])
        : 'frame';
      return Promise.resolve({
        ok: true,
        json: () => Promise.resolve(JSON.parse(body) as unknown),
        arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)),
      } as Response);
    },
    navigate: url => void visited.push(url),
    report: reason => void reported.push(reason),
  };
  return { given, visited, fetched, reported };
}

function signable(readId: string) {
  let signature: object | null = null;
  const listeners = new Set<() => void>();
  const store: SignableCase = {
    readId,
    getSnapshot: () => ({ signature }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const sign = (): void => {
    signature = {};
    listeners.forEach(listener => listener());
  };
  return { store, sign, tell: () => listeners.forEach(listener => listener()) };
}

const settle = () => new Promise(done => setTimeout(done, 0));

describe('the next case', () => {
  it('opens the next read that can be read, never the one just signed', async () => {
    const { given, visited } = ports([
      item('a', 'signed'),
      item('b', 'onHold'),
      item('c', 'ready'),
    ]);
    await goToNextCase(given, 'a');
    expect(visited).toEqual(['/oncology-recist?StudyInstanceUIDs=1.2&read=c']);
  });

  it('goes to the list when nothing is due', async () => {
    const { given, visited } = ports([item('a', 'signed')]);
    await goToNextCase(given, 'a');
    expect(visited).toEqual(['/']);
  });

  it('is brought to the cache once the read is signed, in the order of its slices', async () => {
    const { given, fetched } = ports([item('c', 'ready')]);
    const { store, sign, tell } = signable('a');
    prepareNextCase(given, store);
    tell();
    await settle();
    expect(fetched).toEqual([]);
    sign();
    await settle();
    tell();
    await settle();
    const root = '/reads/c/dicomweb/studies/1.2/series/1.2.3';
    expect(fetched).toEqual([
      `${root}/metadata`,
      `${root}/instances/9.1/frames/1`,
      `${root}/instances/9.2/frames/1`,
    ]);
  });

  it('that could not be brought ahead is left to its opening; a defect on the way is not', async () => {
    const offline = ports([item('c', 'ready')]);
    offline.given.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const refused = ports([item('c', 'ready')]);
    refused.given.api.images = () =>
      Promise.reject(new ClientError('CL_NOT_FOUND', 404, 'There is no such read.'));
    const defect = new TypeError('of undefined');
    const broken = ports([item('c', 'ready')]);
    broken.given.api.images = () => Promise.reject(defect);
    for (const { given } of [offline, refused, broken]) {
      const { store, sign } = signable('a');
      prepareNextCase(given, store);
      sign();
    }
    await settle();
    expect(offline.reported).toEqual([]);
    expect(refused.reported).toEqual([]);
    expect(broken.reported).toEqual([defect]);
  });
});
