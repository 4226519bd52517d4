/** A file on its way, as far as it matters for which are sent together. */
export interface Sendable {
  /** Its study; null where that is not known. */
  readonly study: string | null;
  readonly size: number;
}

/** Files and bytes after which a delivery is closed; a study alone may have more. */
export const most = { files: 500, bytes: 512 * 1024 ** 2 };
/** Files that the server takes in one delivery at most. */
const filesOfDelivery = 20_000;

const bytesOf = (files: readonly Sendable[]): number =>
  files.reduce((sum, { size }) => sum + size, 0);

/**
 * Which files go in one delivery, in their order. All of a study go together, so that it is matched and checked when it is
 * whole; small studies share a delivery. Files of no known study go as many at a time as a delivery has.
 */
export function uploadBatches<File extends Sendable>(files: readonly File[]): File[][] {
  const studies = new Map<string, File[]>();
  const loose: File[] = [];
  for (const file of files) {
    if (file.study === null) {
      loose.push(file);
      continue;
    }
    const study = studies.get(file.study) ?? [];
    studies.set(file.study, study);
    study.push(file);
  }
  const pieces: File[][] = [];
  for (const study of studies.values()) {
    for (let at = 0; at < study.length; at += filesOfDelivery) {
      pieces.push(study.slice(at, at + filesOfDelivery));
    }
  }
  for (const file of loose) pieces.push([file]);
  const batches: File[][] = [];
  let bytes = 0;
  for (const piece of pieces) {
    const last = batches.at(-1);
    const more = bytesOf(piece);
    if (
      last !== undefined &&
      last.length + piece.length <= most.files &&
      bytes + more <= most.bytes
    ) {
      last.push(...piece);
      bytes += more;
    } else {
      batches.push([...piece]);
      bytes = more;
    }
  }
  return batches;
}
