import { createRandom } from '../../datasets/index.ts';
import { AWKWARD_PIECES, awkwardRun } from './awkward-runs.ts';
import type { FuzzFile } from './fuzz-file.ts';
import { RUN_PLACES } from './run-places.ts';

const ALL = RUN_PLACES.flatMap((place) => AWKWARD_PIECES.map((piece) => ({ place, piece })));

/** A file with a run of that many characters of one piece in one place. The seed decides their order, so that a few are a sample of all. */
export function makeRunFile(index: number, seed: number, length: number): FuzzFile {
  const chosen = inOrder(seed)[index % ALL.length];
  if (chosen === undefined) throw new RangeError('there are no runs');
  const { place, piece } = chosen;
  const { format, name, kind, put } = place;
  return { format, name, bytes: Buffer.from(put(awkwardRun(piece, length))), mutations: [`run of ${JSON.stringify(piece)} as ${kind}`] };
}

const orders = new Map<number, typeof ALL>();

function inOrder(seed: number): typeof ALL {
  const known = orders.get(seed) ?? createRandom(seed, 'runs').shuffle(ALL);
  orders.set(seed, known);
  return known;
}
