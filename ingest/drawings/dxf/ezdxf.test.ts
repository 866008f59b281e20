import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { drawSkid, makeSkid, writeSheetDxf } from '../../../datasets/index.ts';
import { DEFAULT_READ_LIMITS } from '../../parser/document-parser.ts';
import { plantSheet } from '../../test-support/plant-sheet.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { writeDxf } from '../../test-support/write-dxf.ts';
import type { DrawingElement } from '../model/drawing.ts';
import { readDxf } from './read-dxf.ts';

/** A Python with the package ezdxf; it runs as a process of its own, and nothing of it is part of the program. */
const python = process.env.FAULTLINE_EZDXF;
const data = process.env.FAULTLINE_DATA;
const SCRIPT = fileURLToPath(new URL('../../../tools/trials/dxf_texts.py', import.meta.url));
const FORMS: Readonly<Record<string, string>> = { text: 'TEXT', paragraphs: 'MTEXT', attribute: 'ATTRIB', dimension: 'DIMENSION' };
/** Files that ezdxf does not open. */
const REFUSED: readonly string[] = ['blocks.dxf', 'mleader.dxf'];
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
const ROWS = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));

/** White space and the sign between two stacked texts are a matter of taste. */
const plain = (words: string): string =>
  words
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/[\^#]/gu, '/')
    .trim();

async function ofPeer(path: string): Promise<z.infer<typeof ROWS>> {
  const { stdout } = await promisify(execFile)(python ?? '', [SCRIPT, path], { maxBuffer: 1 << 28 });
  return ROWS.parse(JSON.parse(stdout));
}

const line = (type: string, words: string, x: number, y: number): string =>
  `${type} ${plain(words)} ${x.toFixed(2)} ${y.toFixed(2)}`.replaceAll('-0.00', '0.00');

/** Texts of the kinds above, attributes with their tags, and uses of blocks, as lines that are the peer's. */
function linesOf(element: DrawingElement): readonly string[] {
  if (element.kind === 'symbol') return [line('INSERT', element.name, element.at.x, element.at.y)];
  if (element.kind !== 'text') return [];
  const { form, tag, text, at } = element;
  const type = FORMS[form];
  return type === undefined ? [] : [line(type, type === 'ATTRIB' ? `${tag ?? ''}=${text}` : text, at.x, at.y)];
}

/** How many of each type both have. */
async function expectSame(path: string): Promise<Readonly<Record<string, number>>> {
  const { drawing } = await readDxf(path, DEFAULT_READ_LIMITS);
  const read = drawing.sheets.flatMap(({ elements }) => elements).flatMap(linesOf);
  const peer = await ofPeer(path);
  expect([...read].sort()).toEqual(peer.map(([type, words, x, y]) => line(type, words, x, y)).sort());
  return Object.fromEntries(
    [...new Set(peer.map(([type]) => type))].sort().map((type) => [type, peer.filter((one) => one[0] === type).length]),
  );
}

describe.skipIf(python === undefined)('ezdxf reads the same texts, attributes and uses of blocks at the same places', () => {
  const folder = join(data ?? '', 'dxf-samples');
  const names =
    data === undefined ? [] : ['dxf', 'dxf-parser'].flatMap((part) => readdirSync(join(folder, part)).map((name) => join(part, name)));

  test.each(names.filter((name) => name.endsWith('.dxf') && !REFUSED.some((refused) => name.endsWith(refused))))('of %s', async (name) => {
    await expectSame(join(folder, name));
  });

  test.each(['zh', 'en'] as const)('of a sheet that we write (%s)', async (language) => {
    expect((await expectSame(await temporaryFile('sheet.dxf', writeDxf(plantSheet(language))))).TEXT).toBeGreaterThan(10);
  });

  test.each(SEEDS)('of both sheets of the skid of seed %i', async (seed) => {
    for (const sheet of drawSkid(makeSkid(seed)))
      expect((await expectSame(await temporaryFile('skid.dxf', writeSheetDxf(sheet)))).TEXT).toBeGreaterThan(20);
  });
});
