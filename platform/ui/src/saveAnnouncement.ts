import { createAnnouncement } from './announcement.js';
import type { SaveView } from './StateLine.js';

const announcement = createAnnouncement<SaveView>();

/** Tells the page what is saved. */
export const announceSaveView = announcement.tell;

/** The last announcement, null before the first. */
export const lastSaveView = announcement.last;

/** Calls `listener` at every announcement; the returned function ends it. */
export const onSaveView = announcement.listen;
