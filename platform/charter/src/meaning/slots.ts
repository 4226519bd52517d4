import type { Charter } from '../schema/charter.js';
import type { Slot, Track } from '../schema/tracks.js';
import type { CharterProblem } from './problem.js';

/** Readers of a paradigm: its slots beside SITE, and what a sentence calls them. */
const paradigms: Readonly<
  Record<Track['paradigm'], { fits(slots: readonly Slot[]): boolean; needs: string }>
> = {
  oneReader: { fits: slots => same(slots, ['R1']), needs: '[R1]' },
  twoWithAdjudication: { fits: slots => same(slots, ['R1', 'R2', 'ADJ']), needs: '[R1, R2, ADJ]' },
  twoAveraged: { fits: slots => same(slots, ['R1', 'R2']), needs: '[R1, R2]' },
  consensus: {
    fits: slots => slots.length >= 2 && !slots.includes('ADJ') && inRow(slots),
    needs: '[R1, R2] or more, without ADJ',
  },
};

function same(slots: readonly Slot[], wanted: readonly Slot[]): boolean {
  return slots.length === wanted.length && wanted.every(slot => slots.includes(slot));
}

function inRow(slots: readonly Slot[]): boolean {
  return slots.every((_slot, index) => slots.some(slot => slot === `R${index + 1}`));
}

/** Slots that don't fit the paradigm, and slots and readers that don't fit each other. */
export function slotProblems({ tracks }: Charter): CharterProblem[] {
  return tracks.flatMap((track, index) => [
    ...paradigmProblems(track, `/tracks/${index}`),
    ...unfilledSlots(track, `/tracks/${index}`),
    ...strayReaders(track.readers, track, `/tracks/${index}/readers`),
    ...strayReaders(track.assignment.backups, track, `/tracks/${index}/assignment/backups`),
  ]);
}

function paradigmProblems(
  { paradigm, slots, adjudication }: Track,
  path: string
): CharterProblem[] {
  const central = slots.filter(slot => slot !== 'SITE');
  const { fits, needs } = paradigms[paradigm];
  const problems: CharterProblem[] = [];
  if (!fits(central)) {
    const advice = central.includes('ADJ')
      ? 'change the slots, or the paradigm to twoWithAdjudication'
      : 'change the slots or the paradigm';
    problems.push({
      path: `${path}/slots`,
      message: `${paradigm} is read in the slots ${needs}, found [${slots.join(', ')}]; ${advice}`,
    });
  }
  if (adjudication !== undefined && paradigm !== 'twoWithAdjudication') {
    problems.push({
      path: `${path}/adjudication`,
      message: `${paradigm} has no adjudication; remove it, or set paradigm: twoWithAdjudication`,
      atKey: true,
    });
  }
  return problems;
}

function unfilledSlots({ slots, readers }: Track, path: string): CharterProblem[] {
  return slots.flatMap((slot, at) =>
    slot === 'SITE' || Object.hasOwn(readers, slot)
      ? []
      : [
          {
            path: `${path}/slots/${at}`,
            message: `slot ${slot} has no readers; name them, such as readers: { ${slot}: [reader1] }`,
          },
        ]
  );
}

function strayReaders(
  named: Readonly<Record<string, readonly string[]>>,
  { slots }: Track,
  path: string
): CharterProblem[] {
  const own: readonly string[] = slots;
  return Object.keys(named).flatMap((slot): CharterProblem[] => {
    if (slot === 'SITE') {
      const message = 'SITE is filled by import or form, not by readers; remove them';
      return [{ path: `${path}/${slot}`, message, atKey: true }];
    }
    if (own.includes(slot)) return [];
    const message = `readers for a slot ${slot} that the track does not have (slots: ${own.join(', ')}); add the slot or remove them`;
    return [{ path: `${path}/${slot}`, message, atKey: true }];
  });
}
