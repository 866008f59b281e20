import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DEFAULT_READ_LIMITS } from '../../parser/document-parser.ts';
import { plantSheet } from '../../test-support/plant-sheet.ts';
import { temporaryFile } from '../../test-support/temporary-file.ts';
import { writeDxf } from '../../test-support/write-dxf.ts';
import { readDxf } from './read-dxf.ts';

/** A Python with the package ezdxf; it runs as a process of its own, and nothing of it is part of the program. */
const python = process.env.FAULTLINE_EZDXF;
const data = process.env.FAULTLINE_DATA;
const SCRIPT = fileURLToPath(new URL('../../../tools/trials/dxf_texts.py', import.meta.url));
const FORMS: Readonly<Record<string, string>> = { text: 'TEXT', paragraphs: 'MTEXT', attribute: 'ATTRIB', dimension: 'DIMENSION' };
/** Files that ezdxf does not open. */
const REFUSED: readonly string[] = ['blocks.dxf', 'mleader.dxf'];
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

async function expectSame(path: string): Promise<number> {
  const { drawing } = await readDxf(path, DEFAULT_READ_LIMITS);
  const read = drawing.sheets
    .flatMap(({ elements }) => elements)
    .flatMap((one) => (one.kind === 'text' && FORMS[one.form] !== undefined ? [one] : []));
  const line = (type: string, words: string, x: number, y: number) =>
    `${type} ${plain(words)} ${x.toFixed(2)} ${y.toFixed(2)}`.replaceAll('-0.00', '0.00');
  const peer = (await ofPeer(path)).map(([type, words, x, y]) => line(type, words, x, y));
  expect(read.map(({ form, text, at }) => line(FORMS[form] ?? '', text, at.x, at.y)).sort()).toEqual(peer.sort());
  return peer.length;
}

describe.skipIf(python === undefined)('ezdxf reads the same texts at the same places', () => {
  const folder = join(data ?? '', 'dxf-samples');
  const names =
    data === undefined ? [] : ['dxf', 'dxf-parser'].flatMap((part) => readdirSync(join(folder, part)).map((name) => join(part, name)));

  test.each(names.filter((name) => name.endsWith('.dxf') && !REFUSED.some((refused) => name.endsWith(refused))))('of %s', async (name) => {
    await expectSame(join(folder, name));
  });

  test.each(['zh', 'en'] as const)('of a sheet that we write (%s)', async (language) => {
    expect(await expectSame(await temporaryFile('sheet.dxf', writeDxf(plantSheet(language))))).toBeGreaterThan(20);
  });
});
