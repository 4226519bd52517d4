import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { systemCodeOf } from './orthancError.js';

export interface NativeFiles {
  readonly program: string;
  readonly dicomWebPlugin: string;
}

const programFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin'];
const pluginFolders = [
  '/usr/share/orthanc/plugins',
  '/usr/lib/orthanc',
  '/usr/local/share/orthanc/plugins',
];

/** Orthanc's program and its DICOMweb plugin on this machine; what is missing is null. */
export async function findNative(
  places: { readonly programs?: readonly string[]; readonly plugins?: readonly string[] } = {}
): Promise<{ program: string | null; dicomWebPlugin: string | null }> {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return {
    program: await findProgram(places.programs ?? [...programFolders, ...onPath]),
    dicomWebPlugin: await findPlugin(places.plugins ?? pluginFolders),
  };
}

async function findProgram(folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const path = join(folder, 'Orthanc');
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false
    );
    if (found) return path;
  }
  return null;
}

async function findPlugin(folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const names = await readdir(folder).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(systemCodeOf(error) ?? '')) return [];
      throw error;
    });
    const name = names.filter(one => /^libOrthancDicomWeb\.(so|dylib)/.test(one)).sort()[0];
    if (name !== undefined) return join(folder, name);
  }
  return null;
}
