import { randomBytes, randomInt } from 'node:crypto';

/** Random towards browsers; tells nothing about order or time. */
export const randomPublicId = (): string => randomBytes(16).toString('base64url');

/** A subject code that is not among those taken, which it joins. */
export const freeCode = (taken: Set<string>): string => {
  for (;;) {
    const code = `S-${String(randomInt(0, 1_000_000)).padStart(6, '0')}`;
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
};

/** Days by which a course moves every date: backwards, one to ten years. */
export const drawnShift = (): number => -randomInt(365, 3650);

/** Which of two reads is A: heads or tails, once for each case. */
export const drawnSwap = (): boolean => randomInt(0, 2) === 1;

/** The same things in an order by chance: every order is as likely. */
export const drawnOrder = <T>(things: readonly T[]): T[] => {
  const left = [...things];
  return things.flatMap(() => left.splice(randomInt(0, left.length), 1));
};
