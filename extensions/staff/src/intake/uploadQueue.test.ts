import { describe, expect, it } from '@jest/globals';
import { ClientError, type Delivered, type NamedFile } from '@corelab/client';
import './blobs.testdata.js';
import { answeredOf, sendable, UploadQueue, type UploadPorts } from './uploadQueue.js';

const delivered = (files: readonly NamedFile[], outcome = 'stored'): Delivered => ({
  ...{ receipt: 'r', matched: 1, waiting: 0 },
  files: files.map(({ name }) => ({
    ...{ name, outcome, reason: null, sha256: 'h', sopUid: null },
  })),
});
const file = (name: string, bytes = 'abcd') => ({ name, bytes: new Blob([bytes]) });

/** A queue over a server that does as the test says, delivery by delivery. */
const queueOver = (
  answers: readonly ((...given: Parameters<UploadPorts['deliver']>) => Promise<Delivered>)[]
) => {
  const sent: string[][] = [];
  const pauses: number[] = [];
  let told = 0;
  const queue = new UploadQueue({
    deliver: (files, options) => {
      const answer = answers[sent.length];
      sent.push(files.map(({ name }) => name));
      if (answer === undefined) throw new Error('nothing more was to be sent');
      return answer(files, options);
    },
    onDelivered: () => (told += 1),
    pause: async ms => void pauses.push(ms),
    now: () => 0,
  });
  const states = (): string[] => queue.state().files.map(({ state }) => state);
  return { queue, sent, pauses, states, told: () => told };
};
const offline = new ClientError('CL_OFFLINE', 0, 'away');

describe('an upload', () => {
  it('sends nothing before it is told to, then says of each file what became of it', async () => {
    const { queue, sent, states, told } = queueOver([
      async files => ({
        ...delivered(files),
        files: delivered(files).files.map((one, at) =>
          at === 1 ? { ...one, outcome: 'refused', reason: 'it is of another site' } : one
        ),
      }),
    ]);
    queue.add([file('a'), file('b')]);
    expect([states(), sent]).toEqual([['waiting', 'waiting'], []]);
    await queue.send();
    expect(sent).toEqual([['a', 'b']]);
    expect(states()).toEqual(['stored', 'refused']);
    expect(queue.state().files[1]?.reason).toBe('it is of another site');
    expect(queue.state()).toMatchObject({ underWay: false, error: null, sentBytes: 8, bytes: 8 });
    expect(queue.state().receipts.map(({ receipt }) => receipt)).toEqual(['r']);
    expect(told()).toBe(1);
    expect(sendable(queue.state().counts)).toBe(0);
  });

  it('tells which file has left while it is under way', async () => {
    const { queue, states } = queueOver([
      async (files, { onSent }) => {
        onSent(50, 100);
        expect(files).toHaveLength(2);
        return delivered(files);
      },
    ]);
    const seen: string[][] = [];
    queue.subscribe(() => seen.push(states()));
    queue.add([file('a'), file('b')]);
    await queue.send();
    expect(seen).toContainEqual(['sending', 'waiting']);
    expect(states()).toEqual(['stored', 'stored']);
  });

  it('tries a delivery again that did not reach the server, and goes on', async () => {
    const { queue, sent, pauses, states } = queueOver([
      () => Promise.reject(offline),
      async files => delivered(files),
    ]);
    queue.add([file('a')]);
    await queue.send();
    expect([sent.length, pauses.length, states()]).toEqual([2, 1, ['stored']]);
    expect(queue.state().trying).toBe(false);
  });

  it('stops when the server stays away; what failed and what was not sent go later', async () => {
    const big = (name: string) => file(name, 'x'.repeat(10));
    const away = Array.from({ length: 3 }, () => () => Promise.reject(offline));
    const { queue, sent, states } = queueOver([...away, async files => delivered(files)]);
    queue.add([big('a')]);
    await queue.send();
    expect(states()).toEqual(['failed']);
    expect(queue.state().error?.code).toBe('CL_OFFLINE');
    queue.add([big('b')]);
    expect(sendable(queue.state().counts)).toBe(2);
    await queue.send();
    expect(sent.at(-1)).toEqual(['a', 'b']);
    expect(states()).toEqual(['stored', 'stored']);
    expect(queue.state().error).toBeNull();
  });

  it('is not tried again where the server refuses it', async () => {
    const refusal = new ClientError('CL_NO_CHARTER', 409, 'None is in force.');
    const { queue, sent, states } = queueOver([() => Promise.reject(refusal)]);
    queue.add([file('a')]);
    await queue.send();
    expect([sent.length, states(), queue.state().error]).toEqual([1, ['failed'], refusal]);
    expect(queue.state().files[0]?.reason).toBe('None is in force.');
  });

  it('sends again what the archive did not take, and that alone', async () => {
    const { queue, sent, states } = queueOver([
      async files => ({
        ...delivered(files),
        files: delivered(files).files.map((one, at) =>
          at === 0 ? { ...one, outcome: 'failed', reason: 'the archive is away' } : one
        ),
      }),
      async files => delivered(files),
    ]);
    queue.add([file('a'), file('b')]);
    await queue.send();
    expect(answeredOf(queue.state().counts)).toBe(2);
    await queue.send();
    expect(sent).toEqual([['a', 'b'], ['a']]);
    expect(states()).toEqual(['stored', 'stored']);
  });

  it('that is cancelled can go on', async () => {
    const { queue, states } = queueOver([
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () =>
            reject(new ClientError('CL_CANCELLED', 0, 'ended'))
          );
          queue.cancel();
        }),
      async files => delivered(files, 'alreadyThere'),
    ]);
    queue.add([file('a')]);
    await queue.send();
    expect([states(), queue.state().error]).toEqual([['cancelled'], null]);
    await queue.send();
    expect(states()).toEqual(['alreadyThere']);
  });

  it('does not take an answer for another number of files for theirs', async () => {
    const { queue, states } = queueOver([async files => delivered(files.slice(1))]);
    queue.add([file('a'), file('b')]);
    await queue.send();
    expect(states()).toEqual(['failed', 'failed']);
  });

  it('leaves out a file that can not be read any more, and sends the others', async () => {
    const gone = {
      size: 4,
      slice: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
      }),
    } as unknown as Blob;
    const { queue, sent, states } = queueOver([async files => delivered(files)]);
    queue.add([{ name: 'gone', bytes: gone }, file('b')]);
    await queue.send();
    expect([sent, states()]).toEqual([[['b']], ['failed', 'stored']]);
  });
});
