import { type CourseRead, type PanelSlot, panelSlots, type Reads } from '@corelab/adjudication';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { SubjectReading } from './subject-reading.js';
import { courseReadsOf } from './subject-reads.js';

/**
 * The name that the rules have for a reader's slot.
 * @throws Error for a slot of nobody who meets.
 */
export const panelSlotOf = (slot: string): PanelSlot => {
  const found = panelSlots.find((_, index) => slot === `R${index + 1}`);
  if (found === undefined) throw new Error(`${slot} is no slot of readers who meet`);
  return found;
};

/** The charter's name for it. */
export const slotOfPanel = (slot: PanelSlot): string => `R${panelSlots.indexOf(slot) + 1}`;

/** The slots of a subject that meet, in their order. */
export const panelIn = ({ courses }: Pick<SubjectReading, 'courses'>): PanelSlot[] =>
  courses.map(({ slot }) => panelSlotOf(slot)).sort();

/** The course of each slot that meets, with dates moved by `shiftDays`; null where nothing of it was read. */
export const panelReads = async (
  db: Kysely<Database>,
  reading: Pick<SubjectReading, 'reads' | 'terms' | 'courses'>,
  shiftDays = 0
): Promise<Reads<CourseRead>> => {
  const courses = await courseReadsOf(db, reading.reads, reading.terms, shiftDays);
  return Object.fromEntries(
    panelIn(reading).map(slot => [slot, courses.get(slotOfPanel(slot)) ?? null])
  );
};
