import { adjudicatorSlot } from '../workflow/subject-reading.js';

/** What an export calls whoever has a slot; a person is never named. */
export const readerRole = (slot: string): string =>
  slot === adjudicatorSlot ? 'ADJUDICATOR 1' : `READER ${slot.replace(/^R(?=\d)/, '')}`;
