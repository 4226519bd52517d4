import { readFileSync } from 'node:fs';

/** Where a plant is put in. */
export type PlantPlace = 'server' | 'browser';

/** A leak that is made on purpose, to show that the search would see it. */
export interface Plant {
  readonly id: string;
  readonly place: PlantPlace;
  /** What leaks, how it is coded, and where it comes out. */
  readonly title: string;
}

/**
 * Ten leaks, each in a copy of what the product does. Those of the server are modules put in place of its own when a
 * process is started with the loader of this folder; nothing in the server knows of them. Those of the browser are a script
 * that runs before the page's.
 */
export const plants: readonly Plant[] = [
  {
    id: 'birthDate',
    place: 'server',
    title: 'the list of attributes passes PatientBirthDate: plain, in metadata',
  },
  {
    id: 'privateBlock',
    place: 'server',
    title: 'a private element passes, in hexadecimal digits, under a description in metadata',
  },
  {
    id: 'frameComment',
    place: 'server',
    title: 'frames keep the comment segment of their JPEG-LS stream',
  },
  {
    id: 'uidBehindFrame',
    place: 'server',
    title: 'the real StudyInstanceUID in UTF-16 behind the pixels of a frame',
  },
  {
    id: 'hashHeader',
    place: 'server',
    title: 'a header with the SHA-256 of a received file',
  },
  {
    id: 'subjectCookie',
    place: 'server',
    title: "a cookie with the subject's identifier in base64",
  },
  {
    id: 'colleague',
    place: 'server',
    title: "the other reader's name, compressed and in base64, in the reading list",
  },
  {
    id: 'existence',
    place: 'server',
    title: "the refusal of another's read is one byte longer than that of none",
  },
  {
    id: 'storage',
    place: 'browser',
    title: "the patient's name, backwards, in the browser's storage",
  },
  {
    id: 'attribute',
    place: 'browser',
    title: 'the real StudyInstanceUID, percent-encoded, in an attribute of the page',
  },
];

/** Environment variable that names the file in which the id of the active plant stands. */
export const plantFileVariable = 'CORELAB_PLANT_FILE';

/** Id of the plant that is active now; empty when none is. */
export function activePlant(): string {
  const file = process.env[plantFileVariable];
  return file === undefined ? '' : readFileSync(file, 'utf8').trim();
}
