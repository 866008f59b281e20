import type { ChosenFile } from './upload-queue.ts';

/** All files that were dropped, those of folders with their paths; hidden ones (`.DS_Store`) are left out. */
export async function findDroppedFiles(dropped: DataTransfer): Promise<readonly ChosenFile[]> {
  // Taken before anything is waited for: the browser empties the list.
  const found = [...dropped.items].map((item) => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    // What stands in no file system of the person (a picture out of another page) is a file all the same.
    return entry === null ? Promise.resolve(file === null ? [] : [{ file, path: file.name }]) : filesOf(entry);
  });
  return (await Promise.all(found)).flat();
}

/** Files that were chosen in a dialog; of a folder with their paths. */
export function chosenFiles(list: FileList | null): readonly ChosenFile[] {
  return [...(list ?? [])]
    .filter(({ name }) => !name.startsWith('.'))
    .map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }));
}

async function filesOf(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  for (;;) {
    // A folder is told some entries at a time, the last time none.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const inner of entries) found.push(...(await filesOf(inner)));
  }
}
