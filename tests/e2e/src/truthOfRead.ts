import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LesionTruth, SubjectTruth, Truth } from '@corelab/phantoms';
import type { Page } from 'playwright-core';
import type { SavedDocument } from './serverAnswers.js';

type DicomJson = Record<string, { Value?: unknown[] }>;

export interface ReadContext {
  readonly subjectCode: string;
  readonly timepoint: string;
  readonly state: string;
  readonly studies: readonly {
    readonly studyInstanceUid: string;
    readonly current: boolean;
    readonly series: readonly { readonly seriesInstanceUid: string }[];
  }[];
}

/** Asks as the one whose session the page, or the request context, has. */
export async function readContext(
  page: Pick<Page, 'request'>,
  url: string,
  read: string
): Promise<ReadContext> {
  const answer = await page.request.get(`${url}/api/reads/${read}`);
  return (await answer.json()) as ReadContext;
}

/**
 * The subject behind a pseudonym: nothing the server sends tells it, so the pixels must. One frame through the lesion
 * T01 is compared with the files the phantoms were made of.
 */
export async function subjectOfBaseline(
  page: Pick<Page, 'request'>,
  url: string,
  read: string,
  truth: Truth,
  phantoms: string
): Promise<SubjectTruth> {
  const { studies } = await readContext(page, url, read);
  const study = studies.find(({ current }) => current);
  const series = study?.series[0]?.seriesInstanceUid;
  if (!study || !series) throw new Error(`Read ${read} shows no series`);
  const root = `${url}/reads/${read}/dicomweb/studies/${study.studyInstanceUid}/series/${series}`;
  const metadata = (await (await page.request.get(`${root}/metadata`)).json()) as DicomJson[];
  for (const subject of truth.subjects) {
    const lesion = subject.timepoints[0]?.lesions[0];
    if (!lesion) throw new Error(`${subject.subjectId} has no lesion at baseline`);
    const instance = metadata.find(
      one => Number(one['00200032']?.Value?.[2]) === lesion.centerLps[2]
    );
    const sop = String(instance?.['00080018']?.Value?.[0]);
    const frame = await (await page.request.get(`${root}/instances/${sop}/frames/1`)).body();
    if (await holdsFrame(join(phantoms, subject.subjectId, 'BL'), frame)) return subject;
  }
  throw new Error(`Read ${read} shows no subject of the truth`);
}

const sampleBytes = 120_000;

/** Whether some uncompressed file below the folder ends in the frame's pixels. */
async function holdsFrame(folder: string, frame: Buffer): Promise<boolean> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter(name => name.endsWith('.dcm'))) {
    const bytes = await readFile(join(folder, file));
    if (frame.includes(bytes.subarray(bytes.length - 2 * sampleBytes, bytes.length - sampleBytes)))
      return true;
  }
  return false;
}

/** Nearer than this to the truth, a diameter is drawn to a pixel, mm. */
export const pixelMm = 1;

/** The lesions whose saved diameter is not that of the truth, with what was saved: none in a good read. */
export function lesionsOffTruth(
  { lesions: saved }: SavedDocument,
  truth: readonly LesionTruth[]
): { id: string; truthMm: number; saved: unknown }[] {
  return truth
    .filter(({ status }) => status !== 'absent')
    .map(({ id, node, shortAxisMm, longestDiameterMm }) => {
      const mark = saved.find(lesion => lesion.id === id)?.mark ?? null;
      const savedMm = node ? mark?.shortAxisMm : mark?.longestDiameterMm;
      const truthMm = node ? shortAxisMm : longestDiameterMm;
      return { id, truthMm, saved: mark, offMm: Math.abs((savedMm ?? Number.NaN) - truthMm) };
    })
    .filter(({ offMm }) => !(offMm < pixelMm));
}
