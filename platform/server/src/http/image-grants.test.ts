import { describe, expect, it } from '@jest/globals';
import { ImageGrants } from './image-grants.js';

function bench() {
  let now = 0;
  let asked = 0;
  const grants = new ImageGrants(() => new Date(now));
  const ask = (answer: string | undefined = 'yes') =>
    grants.get('session read', () => Promise.resolve(answer).then(given => ((asked += 1), given)));
  return { grants, ask, asked: () => asked, pass: (ms: number) => (now += ms) };
}

describe('ImageGrants', () => {
  it('asks once for requests within a second, and again after it', async () => {
    const { ask, asked, pass } = bench();
    expect(await Promise.all([ask(), ask()])).toEqual(['yes', 'yes']);
    pass(999);
    await ask();
    expect(asked()).toBe(1);
    pass(1);
    await ask();
    expect(asked()).toBe(2);
  });

  it('asks again when the clock was set back', async () => {
    const { ask, asked, pass } = bench();
    await ask();
    pass(-3_600_000);
    await ask();
    expect(asked()).toBe(2);
  });

  it('asks again once something has changed', async () => {
    const { grants, ask, asked } = bench();
    await ask();
    grants.clear();
    await ask();
    expect(asked()).toBe(2);
  });

  it('keeps neither a refusal nor an absence', async () => {
    const { grants, ask, asked } = bench();
    await expect(grants.get('session read', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no'
    );
    await grants.get('session read', () => Promise.resolve(undefined));
    await ask();
    expect(asked()).toBe(1);
  });
});
