import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { drawSkid, makeSkid, writeSkidProteus } from '../../../datasets/index.ts';
import { DEFAULT_READ_LIMITS } from '../../parser/document-parser.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { readXmlTree } from '../xml/read-xml-tree.ts';
import type { Plant, Thing } from './plant.ts';
import { proteusPlant } from './proteus-plant.ts';

/** A Python with the package pydexpi; it runs as a process of its own, and nothing of it is part of the program. */
const python = process.env.FAULTLINE_PYDEXPI;
const SCRIPT = fileURLToPath(new URL('../../../tools/trials/dexpi_things.py', import.meta.url));
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

async function ofPeer(path: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(python ?? '', [SCRIPT, path], { maxBuffer: 1 << 28 });
  return z.array(z.string()).parse(JSON.parse(stdout));
}

/** The same lines of our reading: the ends of a segment are those of its stretch. */
function linesOf({ things, stretches, loops }: Plant): readonly string[] {
  const all = [...things.values()];
  const held = (owner: string, kind: string): number => all.filter((one) => one.owner === owner && one.kind === kind).length;
  const lineOf = ({ id, kind, className, name = '' }: Thing): string | undefined => {
    const [from, to] = [0, -1].map(
      (at) => things.get(stretches.find(({ segment }) => segment === id)?.things.at(at) ?? '')?.className ?? '',
    );
    if (kind === 'nozzle') return undefined;
    if (kind === 'equipment') return `equipment ${className} ${held(id, 'nozzle')}`;
    if (kind === 'instrument') return `instrument ${name}`;
    if (kind === 'line') return `line ${held(id, 'segment')}`;
    if (kind === 'segment') return `segment ${from} ${to} ${held(id, 'component') + held(id, 'connector')}`;
    return `${kind} ${className}`;
  };
  return [...all.flatMap((thing) => lineOf(thing) ?? []), ...loops.map(({ members }) => `loop ${members.length}`)];
}

describe.skipIf(python === undefined)('pydexpi finds the same equipment, nozzles, piping and instruments', () => {
  test.each(SEEDS)('in both sheets of the skid of seed %i', async (seed) => {
    const skid = makeSkid(seed);
    for (const [at, sheet] of drawSkid(skid).entries()) {
      const path = await temporaryFile('plant.xml', writeSkidProteus(sheet, skid, at));
      const lines = linesOf(proteusPlant((await readXmlTree(path, DEFAULT_READ_LIMITS)).root));
      const peer = await ofPeer(path);
      expect(peer.length).toBeGreaterThan(30);
      expect([...lines].sort()).toEqual([...peer].sort());
    }
  });
});
