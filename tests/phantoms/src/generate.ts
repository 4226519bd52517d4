import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildInstance, type InstanceSpec } from './instance.js';
import { rendererOf } from './render.js';
import { subjectPlans } from './subjects.js';
import { GENERATOR_VERSION, phantomPlan } from './truth.js';
import type { DicomElements, Region, StudyTruth, Truth } from './types.js';

export interface GenerateOptions {
  /** Folder to write to; made when missing. */
  outDir: string;
  /** Called after each file with the number written and the number to write. */
  onProgress?: (written: number, total: number) => void;
}

export const bodyPartOf: Record<Region, InstanceSpec['bodyPart']> = {
  'chest-abdomen': 'CHESTABDOMEN',
  chest: 'CHEST',
  abdomen: 'ABDOMEN',
};

/** One file of the phantoms: where it goes, and how to make it. */
export interface PhantomFile {
  /** Path under the output folder, with slashes: subject/timepoint/study/NNN.dcm. */
  path: string;
  sopInstanceUid: string;
  build: () => Promise<Uint8Array>;
}

function studyFolder(studies: StudyTruth[], index: number): string {
  const study = studies[index];
  return `study-${index + 1}-${study?.region ?? 'unknown'}`;
}

/**
 * All files of the phantoms in order; pixels are made only when a file is built.
 * @param overrides elements that replace or join the regular ones in every file
 */
export function* phantomFiles(truth: Truth, overrides?: DicomElements): Generator<PhantomFile> {
  let studyNumber = 0;
  let salt = 0;
  for (const [subjectIndex, subject] of subjectPlans.entries()) {
    for (const [timepointIndex, plan] of subject.timepoints.entries()) {
      const timepoint = truth.subjects[subjectIndex]?.timepoints[timepointIndex];
      if (!timepoint) throw new Error(`phantoms: ${subject.subjectId} ${plan.id} has no truth`);
      const renderer = rendererOf(subject, plan, 4711 + subjectIndex);
      for (const [studyIndex, study] of timepoint.studies.entries()) {
        studyNumber += 1;
        const canary = { patient: subjectIndex + 1, study: studyNumber };
        for (const series of study.series) {
          for (const [slice, sopInstanceUid] of series.sops.entries()) {
            const z = series.positions[slice];
            if (z === undefined) throw new Error(`phantoms: slice ${slice} has no position`);
            const noise = salt++;
            const number = slice + 1;
            const folder = `${subject.subjectId}/${plan.id}/${studyFolder(timepoint.studies, studyIndex)}`;
            yield {
              path: `${folder}/${String(number).padStart(3, '0')}.dcm`,
              sopInstanceUid,
              build: () =>
                buildInstance({
                  subjectId: subject.subjectId,
                  siteId: subject.siteId,
                  timepointId: plan.id,
                  sex: subject.sex,
                  birthDate: subject.birthDate,
                  studyDate: study.date,
                  studyInstanceUid: study.studyInstanceUid,
                  seriesInstanceUid: series.seriesInstanceUid,
                  frameOfReferenceUid: series.frameOfReferenceUid,
                  sopInstanceUid,
                  instanceNumber: number,
                  z,
                  sliceThicknessMm: series.sliceThicknessMm,
                  transferSyntax: series.transferSyntax,
                  bodyPart: bodyPartOf[study.region],
                  canary,
                  pixels: renderer.slice(z, noise),
                  ...(overrides === undefined ? {} : { overrides }),
                }),
            };
          }
        }
      }
    }
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** What reading gives, or null when the file is not there. */
async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The version that finished writing to a folder; null when none did. */
async function writtenVersion(outDir: string): Promise<unknown> {
  const text = await unlessMissing(readFile(join(outDir, 'truth.json'), 'utf8'));
  if (text === null) return null;
  try {
    const truth: unknown = JSON.parse(text);
    if (typeof truth !== 'object' || truth === null) return null;
    return 'generatorVersion' in truth ? truth.generatorVersion : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Writes all phantoms and their truth: <outDir>/<subject>/<timepoint>/<study>/NNN.dcm and
 * <outDir>/truth.json, which comes last. When this version of the generator finished there
 * before, only files that were lost since are made again. The same bytes every time.
 * @throws the file system's errors
 */
export async function generatePhantoms({ outDir, onProgress }: GenerateOptions): Promise<Truth> {
  const truth = phantomPlan();
  let missing = [...phantomFiles(truth)];
  if ((await writtenVersion(outDir)) === GENERATOR_VERSION) {
    const found = await Promise.all(
      missing.map(async ({ path }) => (await unlessMissing(stat(join(outDir, path))))?.size)
    );
    missing = missing.filter((_, index) => !found[index]);
    if (missing.length === 0) return truth;
  } else {
    for (const { subjectId } of truth.subjects)
      await rm(join(outDir, subjectId), { recursive: true, force: true });
  }
  await rm(join(outDir, 'truth.json'), { force: true });
  for (const [index, file] of missing.entries()) {
    const path = join(outDir, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await file.build());
    onProgress?.(index + 1, missing.length);
  }
  const unfinished = join(outDir, 'truth.json.part');
  await writeFile(unfinished, `${JSON.stringify(truth, null, 2)}\n`);
  await rename(unfinished, join(outDir, 'truth.json'));
  return truth;
}
