/** A file that a person has chosen, under the path it has below what they chose. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Blob;
}

/** By their names: a browser gives them as the disk has them. */
const inOrder = (files: readonly ChosenFile[]): ChosenFile[] =>
  files.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));

/** Files of a file field; of a folder with the path in it. */
export const filesOfField = (files: Iterable<File>): ChosenFile[] =>
  inOrder([...files].map(file => ({ name: file.webkitRelativePath || file.name, bytes: file })));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder gives its entries some at a time, and none at the end. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** The files of what was dropped, and of all folders in it. */
async function filesBelow(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (!isFolder(entry)) {
    const bytes = await fileOf(entry as FileSystemFileEntry);
    return [{ name: entry.fullPath.replace(/^\//, ''), bytes }];
  }
  const files: ChosenFile[] = [];
  for (const one of await entriesOf(entry)) {
    for (const file of await filesBelow(one)) files.push(file);
  }
  return files;
}

/**
 * The files of a drop. The browser forgets what was dropped once the event is over: the entries are taken before anything is
 * waited for.
 * @throws DOMException for what can't be read
 */
export const filesOfDrop = async (transfer: DataTransfer): Promise<ChosenFile[]> => {
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOfField(transfer.files);
  const files: ChosenFile[] = [];
  for (const entry of entries) {
    for (const file of await filesBelow(entry)) files.push(file);
  }
  return inOrder(files);
};
