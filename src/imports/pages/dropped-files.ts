/** A file that was chosen or dropped, with its path below the folder it came in. */
export type ChosenFile = { readonly name: string; readonly file: File };

const READABLE = /\.(csv|txt|tsv|xlsx)$/i;

/** The files that can be imported; hidden ones and lock files of spreadsheets are none. */
export function readable(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return files.filter(({ name }) => READABLE.test(name) && !/(^|\/)(\.|~\$)/.test(name));
}

/** Files as an input gives them. */
export function chosenFiles(list: FileList | null): readonly ChosenFile[] {
  return [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/** Files as they are dropped, those in dropped folders too. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found = await Promise.all(entries.map(filesUnder));
  return found.flat();
}

async function filesUnder(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((found, failed) => (entry as FileSystemFileEntry).file(found, failed));
    return [{ name: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesUnder))).flat();
}
