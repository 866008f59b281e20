/** What README.md and docs/operations.md of a folder send to and the folder has not, as `file: path`. */
export function deadLinks(folder: string): readonly string[];
