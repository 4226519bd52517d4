import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';

/** An archive that may come later than the server, and go for a while. */
export interface ArchiveConnection {
  /** While there is none, or it does not answer, every call is refused at once (CL_ARCHIVE_UNAVAILABLE). */
  readonly archive: Archive;
  /** From here on the archive is this one. */
  connect(archive: Archive): void;
  state(): 'ready' | 'waiting';
  /** Looks whether the archive answers now; calls are let through again when it does. */
  probe(): Promise<boolean>;
}

const unavailable = (reason: string): ArchiveError =>
  new ArchiveError('CL_ARCHIVE_UNAVAILABLE', 'The image archive does not answer.', {
    resource: '',
    reason,
  });

/**
 * The first call that gets no answer closes the connection: the calls behind it are refused at once instead of
 * each waiting out its own time, until a probe sees the archive answer.
 */
export const archiveConnection = (): ArchiveConnection => {
  let connected: Archive | null = null;
  let answering = false;
  let probing: Promise<boolean> | null = null;

  const look = async (): Promise<boolean> => {
    const asked = connected;
    if (asked === null) return false;
    try {
      await asked.answers();
      answering = true;
    } catch (reason) {
      if (!(reason instanceof ArchiveError)) throw reason;
      answering = false;
    }
    return answering;
  };
  const probe = (): Promise<boolean> => {
    probing ??= look().finally(() => {
      probing = null;
    });
    return probing;
  };
  const through = async <T>(work: (archive: Archive) => Promise<T>): Promise<T> => {
    if (connected === null) throw unavailable('not connected');
    if (!answering) throw unavailable('did not answer when last asked');
    try {
      return await work(connected);
    } catch (reason) {
      if (reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_UNAVAILABLE') {
        answering = false;
        await probe();
      }
      throw reason;
    }
  };
  return {
    archive: {
      answers: () => through(to => to.answers()),
      studies: () => through(to => to.studies()),
      series: study => through(to => to.series(study)),
      studyMetadata: study => through(to => to.studyMetadata(study)),
      seriesMetadata: (study, series) => through(to => to.seriesMetadata(study, series)),
      instances: (study, series) => through(to => to.instances(study, series)),
      file: id => through(to => to.file(id)),
      frame: (id, frame) => through(to => to.frame(id, frame)),
      hasPixelData: id => through(to => to.hasPixelData(id)),
      asciiOf: (id, tag) => through(to => to.asciiOf(id, tag)),
      transferSyntax: id => through(to => to.transferSyntax(id)),
      changes: since => through(to => to.changes(since)),
      lastChange: () => through(to => to.lastChange()),
      instancesOf: study => through(to => to.instancesOf(study)),
      studyOfInstance: instance => through(to => to.studyOfInstance(instance)),
      removeInstance: instance => through(to => to.removeInstance(instance)),
      storeInstance: bytes => through(to => to.storeInstance(bytes)),
    },
    connect: to => {
      connected = to;
      answering = true;
    },
    state: () => (answering ? 'ready' : 'waiting'),
    probe,
  };
};
