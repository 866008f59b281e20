import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultlineError } from '../../../kernel/index.ts';
import { readDocument } from '../structure/read-document.ts';
import type { ClaimPlace } from './claim-case.ts';

/** The text of a place. @throws FaultlineError `not-found` for a place that its file does not have. */
export type ReadPlace = (place: ClaimPlace) => Promise<string>;

/** Reads places of a data folder, each file once: lines as they stand in the file, a page as the product reads it. */
export function openClaimSources(dataFolder: string, signal: AbortSignal): ReadPlace {
  const linesOf = onceEach(async (file) => (await readFile(join(dataFolder, file), 'utf8')).split(/\r?\n/u));
  const pagesOf = onceEach((file) => readPages(join(dataFolder, file), signal));
  return async (place) => {
    const text =
      'page' in place
        ? (await pagesOf(place.file)).get(place.page)
        : (await linesOf(place.file)).slice(place.from - 1, place.to).join('\n');
    if (text === undefined || text === '') throw new FaultlineError('not-found', `The data folder has no ${describePlace(place)}.`);
    return text;
  };
}

function onceEach<Value>(read: (file: string) => Promise<Value>): (file: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (file) => {
    const value = known.get(file) ?? read(file);
    known.set(file, value);
    return value;
  };
}

async function readPages(path: string, signal: AbortSignal): Promise<ReadonlyMap<number, string>> {
  const { passages } = await readDocument(path, signal);
  const texts = new Map<number, string[]>();
  for (const { text, anchors } of passages)
    for (const page of new Set(anchors.flatMap((anchor) => (anchor.kind === 'page' ? [anchor.page] : []))))
      texts.set(page, [...(texts.get(page) ?? []), text]);
  return new Map([...texts].map(([page, all]) => [page, all.join('\n')]));
}

function describePlace(place: ClaimPlace): string {
  return 'page' in place ? `page ${place.page} of ${place.file}` : `lines ${place.from} to ${place.to} of ${place.file}`;
}
