import { createHash } from 'node:crypto';
import { deliverSoon, get, passAllExams, post, type SentFile } from '@corelab/e2e';
import { phantomFiles, type Truth } from '@corelab/phantoms';
import type { Canary } from '../canaries/canary.js';
import type { People } from './people.js';
import { trialCode } from './roster.js';

/** Timepoints of subjects, as `101-001/BL`. */
export interface Deliveries {
  /** Sent with the identity of their persons, and let in by the data manager though they have it. */
  readonly letIn: readonly string[];
  /** Sent in the same way and left in quarantine. */
  readonly keptApart: readonly string[];
  /** Of every so many slices one is sent; 1 sends all. */
  readonly everySlice: number;
}

/** 512 x 512 stored values of two bytes, at the end of an uncompressed file. */
const frameBytes = 512 * 512 * 2;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const fileCanaries = ({ name, bytes }: SentFile): Canary[] => {
  const hash = (of: Uint8Array, at: string): Canary => {
    const digest = sha256(of);
    return {
      ...{ kind: 'fileHash', may: [], at },
      text: digest.toString('hex'),
      encoded: [digest],
    };
  };
  return [
    { kind: 'fileName', text: name.replace(/\.dcm$/, ''), at: 'name of a delivered file', may: [] },
    hash(bytes, 'delivered file'),
    hash(bytes.subarray(-frameBytes), 'frame of a delivered file'),
  ];
};

/** The phantoms below a folder, with the identity of their persons, under names that are canaries too. */
async function filesOf(truth: Truth, folder: string, everySlice: number): Promise<SentFile[]> {
  const files: SentFile[] = [];
  for (const { path, build } of phantomFiles(truth)) {
    const slice = Number(/(\d+)\.dcm$/.exec(path)?.[1]) - 1;
    if (!path.startsWith(`${folder}/`) || slice % everySlice !== 0) continue;
    files.push({ name: `CANARYFILE-${path.replaceAll('/', '-')}`, bytes: await build() });
  }
  return files;
}

interface Groups {
  readonly groups: readonly { readonly receipt: string; readonly studyUid: string }[];
}

/**
 * Sends everything as the data manager, lets in what is to be let in, and has it all pass QC.
 * @returns canaries of the files: names and hashes
 */
export async function sendEverything(
  people: People,
  truth: Truth,
  deliveries: Deliveries
): Promise<Canary[]> {
  const root = `/api/admin/trials/${trialCode}`;
  const canaries: Canary[] = [];
  for (const folder of [...deliveries.letIn, ...deliveries.keptApart]) {
    const files = await filesOf(truth, folder, deliveries.everySlice);
    const { files: taken } = await deliverSoon(people.manager, trialCode, files);
    const outcomes = [...new Set(taken.map(({ outcome }) => outcome))].join();
    if (outcomes !== 'quarantined') throw new Error(`${folder} came in as ${outcomes}`);
    canaries.push(...files.flatMap(fileCanaries));
    if (!deliveries.letIn.includes(folder)) continue;
    const { groups } = await get<Groups>(people.manager, `${root}/quarantine/groups`);
    for (const { receipt, studyUid } of groups) {
      await post(people.manager, `${root}/quarantine/groups/release`, {
        ...{ receipt, study: studyUid, reason: 'Persons who do not exist' },
        authority: 'The proof of blinding',
      });
    }
  }
  await passAllExams(people.qc, trialCode);
  return canaries;
}
