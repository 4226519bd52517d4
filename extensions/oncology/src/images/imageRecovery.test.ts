import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ImageLoadListener, StackViewport } from '@corelab/host';
import { ImageRecovery, type ImageTrouble } from './imageRecovery.js';

/** A host of one pane whose images answer with the status of `answer`. */
let answer: number;
let current: string;
let listener: ImageLoadListener;
let told: (ImageTrouble | null)[];
let tasks: (() => void)[];
let asked: string[];
let recovery: ImageRecovery;

const request = async (imageId: string): Promise<void> => {
  asked.push(imageId);
  if (answer === 200) return listener.loaded(imageId);
  listener.failed(imageId, answer);
  throw new Error(String(answer));
};
const runTasks = async (): Promise<void> => {
  const due = tasks;
  tasks = [];
  due.forEach(task => task());
  await new Promise(done => setTimeout(done, 0));
};

beforeEach(() => {
  answer = 503;
  current = 'a';
  told = [];
  tasks = [];
  asked = [];
  recovery = new ImageRecovery({
    loads: {
      follow: given => {
        listener = given;
        return { unsubscribe: () => undefined };
      },
      isLoaded: () => false,
      load: request,
      reload: viewport => request(viewport.getCurrentImageId() ?? '').catch(() => undefined),
    },
    shown: () => [{ getCurrentImageId: () => current } as StackViewport],
    schedule: task => {
      tasks.push(task);
      return () => void (tasks = tasks.filter(one => one !== task));
    },
    onTrouble: trouble => void told.push(trouble),
  });
  recovery.start();
});

describe('images that fail to load', () => {
  it('are told once, and what the pane shows is loaded until it comes', async () => {
    listener.failed('a', 503);
    listener.failed('b', 503);
    expect(told).toEqual(['archive']);
    await runTasks();
    expect(asked).toEqual(['a']);
    expect(told).toEqual(['archive']);
    answer = 200;
    await runTasks();
    await runTasks();
    expect(told).toEqual(['archive', null]);
    expect(tasks).toEqual([]);
  });

  it('are asked for one by one when the pane lacks nothing', async () => {
    current = 'shown';
    ['b', 'c', 'd'].forEach(imageId => listener.failed(imageId, 503));
    await runTasks();
    expect(asked).toEqual(['b']);
    answer = 200;
    await runTasks();
    expect(asked).toEqual(['b', 'b']);
    expect(told).toEqual(['archive', null]);
  });

  it('tell a server that is gone from an archive that is gone', () => {
    listener.failed('a', 0);
    expect(told).toEqual(['server']);
  });

  it('say nothing when the session ended, and come back after a login', async () => {
    answer = 401;
    listener.failed('a', 401);
    answer = 200;
    await runTasks();
    expect(asked).toEqual(['a']);
    expect(told).toEqual([]);
  });

  it('are told while a pane shows one that can not be had, and not beyond', () => {
    listener.failed('a', 502);
    expect(told).toEqual(['image']);
    current = 'b';
    listener.loaded('b');
    expect(told).toEqual(['image', null]);
  });

  it('are left alone after the read', async () => {
    listener.failed('a', 503);
    recovery.stop();
    await runTasks();
    expect(asked).toEqual([]);
  });
});
