import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const READ_FIRST = ['README.md', 'docs/operations.md'];
/** A path of the checkout in a text, however it is set; what begins with a dot is made by whoever follows the text. */
const PLACE = /(?<![\w/.-])(?:docs|deploy)\/(?!\.)[\w./-]*[\w/]/gu;

/**
 * What README.md and docs/operations.md of a folder send their readers to below `docs/` and `deploy/`, and is not in that folder.
 * @returns {readonly string[]} `file: path` each, in order of the texts
 */
export function deadLinks(folder) {
  return READ_FIRST.flatMap((file) => {
    const places = [...new Set(readFileSync(join(folder, file), 'utf8').match(PLACE) ?? [])];
    return places.filter((place) => !existsSync(join(folder, place))).map((place) => `${file}: ${place}`);
  });
}
