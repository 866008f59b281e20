import type { Access } from './access.ts';
import type { Passage, StoredPassage } from './passage.ts';
import type { PassageReader } from './ports/passage-reader.ts';

/** What stands around a passage in its version: in reading order without gaps, the passage among them. */
export interface Surroundings {
  readonly around: readonly StoredPassage[];
  /** The version has no passages behind them. */
  readonly isToEnd: boolean;
}

/** A passage with at most `most` passages before it and as many behind it. */
export async function readAround(
  range: PassageReader['range'],
  access: Access,
  { versionId, order }: Passage,
  most: number,
): Promise<Surroundings> {
  const read = await range(access, versionId, Math.max(0, order - most), order + most + 1);
  const around = read.filter(({ passage }) => passage.order <= order + most);
  return { around, isToEnd: around.length === read.length };
}
