import { ArchiveError } from '../../archive/archive-error.js';
import { hashBytes } from '../../audit/canonical-json.js';
import type { ArchiveServer } from '../archive-server.js';
import type { HandmadeImage } from '../handmade-image.js';
import { multipartBody } from '../multipart-body.js';
import { families, hidden, hostileFile, type HostileFile } from './hostile-files.js';

/** How a file comes in. */
export type Way = 'upload' | 'stow' | 'feed';

/** What became of a file that should have become something else. */
export interface HostileFailure {
  readonly family: string;
  readonly turn: number;
  readonly way: Way;
  readonly why: string;
  readonly answer: string;
}

export interface HostileRun {
  readonly files: number;
  /** By way and outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failures: readonly HostileFailure[];
  /** Of this process, in megabytes: after half of the files and after all of them. */
  readonly residentMb: readonly [half: number, end: number];
}

/** A file that takes longer hangs. */
const longestMs = 60_000;
const inside = /\bat \S+ \(|node_modules|\/src\/|violates|pgboss|kysely/i;

interface Became {
  readonly status: number;
  readonly body: string;
}

interface OnReceipt {
  readonly outcome: string;
  readonly reason: string | null;
}

/** What the receipts say of a file, newest last; of some that are no images the same bytes come again. */
const linesOf = async ({ server }: ArchiveServer, bytes: Uint8Array): Promise<OnReceipt[]> =>
  server.deps.db
    .selectFrom('receipt_instance')
    .innerJoin('receipt', 'receipt.id', 'receipt_instance.receipt_id')
    .select(['outcome', 'reason'])
    .where('sha256', '=', hashBytes(bytes))
    .orderBy('receipt.id')
    .execute();

const sent = async (
  { server }: ArchiveServer,
  token: string,
  bytes: Uint8Array,
  way: 'upload' | 'stow'
): Promise<Became> => {
  const kind = way === 'stow' ? 'related' : 'form-data';
  const multipart = multipartBody([{ name: '../../a file.dcm', bytes }], kind);
  const url =
    way === 'stow' ? '/sites/DEMO-ONC/dicomweb/studies' : '/api/admin/trials/DEMO-ONC/deliveries';
  const response = await fetch(`${server.origin}${url}`, {
    method: 'POST',
    headers: { ...multipart.headers, authorization: `Bearer ${token}` },
    body: new Uint8Array(multipart.bytes),
    signal: AbortSignal.timeout(longestMs),
  });
  return { status: response.status, body: await response.text() };
};

/** Another one's request while a file is looked at. */
const askedMeanwhile = async ({ server }: ArchiveServer): Promise<void> => {
  const response = await fetch(`${server.origin}/api/session`, {
    signal: AbortSignal.timeout(longestMs),
  });
  await response.text();
  if (response.status >= 500) throw new Error(`another request was answered ${response.status}`);
};

/** What Orthanc itself makes of a file that comes past this server. */
type InArchive = 'taken' | 'refused' | 'hung';

/** A file that Orthanc never gets done with keeps it from answering anybody: it is ended and started again, as its owner would. */
const putIn = async (archive: ArchiveServer, bytes: Uint8Array): Promise<InArchive> => {
  try {
    await archive.archive.storeInstance(bytes);
    return 'taken';
  } catch (reason) {
    if (!(reason instanceof ArchiveError)) throw reason;
    if (reason.code !== 'CL_ARCHIVE_UNAVAILABLE') return 'refused';
  }
  await archive.stopOrthanc();
  await archive.startOrthanc();
  return (await archive.connection.probe()) ? 'hung' : 'refused';
};

/** Puts a file into the archive, as a scanner would, and has the server look there; what the archive says where it takes none. */
const fed = async (
  archive: ArchiveServer,
  bytes: Uint8Array
): Promise<Became | Exclude<InArchive, 'taken'>> => {
  const put = await putIn(archive, bytes);
  if (put !== 'taken') return put;
  const { server } = archive;
  const { statusCode, body } = await server.ask({
    ...{ method: 'POST', url: '/api/admin/intake' },
    headers: { authorization: `Bearer ${server.adminToken}` },
  });
  return { status: statusCode, body };
};

/** What is kept of a file, wherever it is kept to be shown. */
const hidesStill = async (archive: ArchiveServer, bytes: Uint8Array): Promise<boolean> => {
  const row = await archive.server.deps.db
    .selectFrom('instance')
    .select('archive_id')
    .where('sha256', '=', hashBytes(bytes))
    .executeTakeFirst();
  if (row === undefined || row.archive_id === null) return false;
  return Buffer.from(await archive.archive.file(row.archive_id)).includes(hidden);
};

const problemOf = (
  { family }: HostileFile,
  way: Way,
  { status, body }: Became,
  lines: readonly OnReceipt[]
): string | null => {
  if (status >= 500) return `answered ${status}`;
  if (body.includes(hidden)) return 'the answer tells the identity';
  if (inside.test(body)) return 'the answer tells of the inside';
  const [line, ...others] = lines;
  // What names another trial in the archive is that trial's, once it is in force.
  if (way === 'feed' && family.becomes.includes('refused'))
    return line === undefined ? null : 'it is on a receipt of a trial that it does not name';
  if (line === undefined) return 'it is on no receipt';
  if (others.length > 0) return 'it is on several receipts';
  if (!family.becomes.some(one => one === line.outcome)) return `it is ${line.outcome}`;
  if (line.outcome !== 'stored' && (line.reason ?? '') === '') return 'refused without a reason';
  if (line.reason?.includes(hidden) === true) return 'the reason tells the identity';
  if (way === 'upload' && status !== 200) return `answered ${status}`;
  if (way === 'stow' && status !== (line.outcome === 'stored' ? 200 : 409))
    return `answered ${status}`;
  return null;
};

const residentMb = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage.rss() / 1024 ** 2);
};

/**
 * Brings hostile files in, each by one of the ways, and looks at the answer, the receipt and what is kept. The same seed makes the
 * same files.
 * @param token of a data manager of the trial
 * @param ways of the file with a number
 */
export const hostileRun = async (
  archive: ArchiveServer,
  image: HandmadeImage,
  token: string,
  {
    files,
    seed,
    ways,
  }: {
    readonly files: number;
    readonly seed: number;
    readonly ways: (number: number) => readonly Way[];
  }
): Promise<HostileRun> => {
  const outcomes: Record<string, number> = {};
  const failures: HostileFailure[] = [];
  let half = 0;
  let number = 0;
  const root = `1.2.826.0.1.7399.${seed}`;
  const bring = async (file: HostileFile, way: Way): Promise<void> => {
    const told = { family: file.family.name, turn: file.turn, way };
    const { bytes } = file;
    let answer = '';
    try {
      const before = (await linesOf(archive, bytes)).length;
      const [became] = await Promise.all([
        way === 'feed' ? fed(archive, bytes) : sent(archive, token, bytes, way),
        askedMeanwhile(archive),
      ]);
      if (typeof became === 'string') {
        const key =
          became === 'hung' ? `feed hangs Orthanc: ${told.family}` : 'feed refusedByArchive';
        outcomes[key] = (outcomes[key] ?? 0) + 1;
        return;
      }
      answer = became.body.slice(0, 300);
      const lines = (await linesOf(archive, bytes)).slice(before);
      const key = `${way} ${lines.at(-1)?.outcome ?? 'nowhere'}`;
      outcomes[key] = (outcomes[key] ?? 0) + 1;
      const why = problemOf(file, way, became, lines);
      if (why !== null) failures.push({ ...told, why, answer: lines.at(-1)?.reason ?? answer });
      else if (await hidesStill(archive, bytes))
        failures.push({ ...told, why: 'what is kept holds the identity', answer });
    } catch (reason) {
      const why = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
      failures.push({ ...told, why, answer });
    }
  };
  while (number < files) {
    for (const [turn, way] of ways(number).entries()) {
      const place = `${root}.${number}.${turn}`;
      const file = hostileFile(seed, number, {
        ...{ ...image, studyUid: place, seriesUid: `${place}.1`, sopUid: `${place}.1.1` },
        ...{ subject: `H-${seed}-${number}-${way}`, pixelSeed: number },
      });
      await bring(file, way);
    }
    number += 1;
    if (number === Math.ceil(files / 2)) half = residentMb();
  }
  return { files, outcomes, failures, residentMb: [half, residentMb()] };
};

/** One of each family. */
export const oneOfEach = families.length;
