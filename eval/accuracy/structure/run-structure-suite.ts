import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownToDocx, markdownToHtml } from '../../../datasets/index.ts';
import { assertNever } from '../../../kernel/index.ts';
import { compareUnit } from './compare-unit.ts';
import { findElements } from './find-elements.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import type { StructureUnit } from './structure-unit.ts';

export interface JudgedUnit {
  readonly unit: StructureUnit;
  /** `absent`: the file is not in the data folder. */
  readonly verdict: 'right' | 'wrong' | 'absent';
  readonly differences: readonly string[];
}

/**
 * Reads the document of each unit with the product's parsers and holds the element that covers the unit by the product's own
 * structure against what a person read. Where several may be meant, the nearest is judged. Leaves nothing behind.
 */
export async function runStructureSuite(
  dataFolder: string,
  units: readonly StructureUnit[],
  onFile: (file: string) => void,
  signal: AbortSignal,
): Promise<readonly JudgedUnit[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-structure-'));
  const documents = new Map<string, ReadDocument>();
  try {
    const judged: JudgedUnit[] = [];
    for (const unit of units) judged.push(await judge(unit));
    return judged;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  async function judge(unit: StructureUnit): Promise<JudgedUnit> {
    const path = join(dataFolder, unit.file);
    if (!existsSync(path)) return { unit, verdict: 'absent', differences: [] };
    const document = await documentOf(unit, path);
    const source = unit.lines === undefined ? undefined : linesOf(await readFile(path, 'utf8'), unit.lines);
    const compared = (await findElements(unit, document.passages)).map((element) => compareUnit(unit, element, document, source));
    const nearest = compared.reduce<readonly string[] | undefined>(
      (best, differences) => (best === undefined || differences.length < best.length ? differences : best),
      undefined,
    );
    const differences = nearest ?? [`no such ${unit.kind} (the document: ${document.outcome})`];
    return { unit, verdict: differences.length === 0 ? 'right' : 'wrong', differences };
  }

  async function documentOf(unit: StructureUnit, path: string): Promise<ReadDocument> {
    const name = `${unit.form} ${unit.file}`;
    const known = documents.get(name);
    if (known !== undefined) return known;
    onFile(unit.file);
    const document = await readDocument(await written(unit, path), signal);
    documents.set(name, document);
    return document;
  }

  async function written({ id, form }: StructureUnit, path: string): Promise<string> {
    switch (form) {
      case 'as it is':
        return path;
      case 'docx': {
        const target = join(folder, `${id}.docx`);
        await writeFile(target, await markdownToDocx(await readFile(path, 'utf8')));
        return target;
      }
      case 'html': {
        const target = join(folder, `${id}.html`);
        await writeFile(target, markdownToHtml(await readFile(path, 'utf8')));
        return target;
      }
      default:
        return assertNever(form);
    }
  }
}

function linesOf(text: string, [from, to]: readonly [number, number]): string {
  return text
    .split('\n')
    .slice(from - 1, to)
    .join('\n');
}
