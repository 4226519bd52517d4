import { createAnnouncement } from './announcement.js';

/** Whose images are open: the trial's name, the pseudonym, the timepoint's label, the reader's slot. */
export interface CaseView {
  trial: string;
  /** What its track is for, where that is not the endpoint. */
  track?: string;
  subject: string;
  /** Sex and age, where the charter lets readers know them. */
  about?: string;
  timepoint: string;
  slot: string;
  /** Where the way back leads, where that is not the reading list, and what it is called. */
  returnTo?: { address: string; name: string };
}

const announcement = createAnnouncement<CaseView | null>();

/** Tells the page which case is open, null when it closes. */
export const announceCase = announcement.tell;

/** The open case, null without one. */
export const lastCase = announcement.last;

/** Calls `listener` at every announcement; the returned function ends it. */
export const onCase = announcement.listen;
