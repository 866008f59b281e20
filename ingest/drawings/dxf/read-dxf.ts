import { FaultlineError } from '../../../kernel/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import type { Drawing } from '../model/drawing.ts';
import { chooseEncoding, createDecode, isAscii } from './code-page.ts';
import type { DxfEntity, DxfFile } from './dxf-entity.ts';
import { FileExpansion } from './expand-file.ts';
import { FileBuilder } from './file-builder.ts';
import { readTags } from './read-tags.ts';

export interface DxfReading {
  readonly drawing: Drawing;
  /** Why not all of the file is in the drawing. */
  readonly incomplete?: { readonly kind: 'limit' | 'cut-off'; readonly reason: string };
}

/**
 * Reads a DXF file of any version, in the form of lines or the binary one, as far as it goes.
 * @throws FaultlineError `parse-failed` or `limit-exceeded` where nothing of it can be read.
 */
export async function readDxf(path: string, { maxElements }: Pick<ReadLimits, 'maxElements'>): Promise<DxfReading> {
  const builder = new FileBuilder(maxElements);
  const fault = await readTags(path, builder.take).then(() => undefined, faultOf);
  const file = builder.finish();
  if (fault !== undefined && file.entities.length + file.blocks.size === 0) throw fault;
  const { encoding, warning } = chooseEncoding(
    { version: file.header.get('$ACADVER'), codePage: file.header.get('$DWGCODEPAGE') },
    stringsBeyondAscii(file),
  );
  const expansion = new FileExpansion(file, createDecode(encoding), maxElements).expand();
  const warnings = [
    ...(warning === undefined ? [] : [warning]),
    ...expansion.warnings,
    ...[...file.unread].map(
      ([type, count]) => `${count} of the entity ${type} are not read; if it holds words, explode it and export again.`,
    ),
  ];
  const drawing: Drawing = { sheets: expansion.sheets, encoding, warnings };
  if (expansion.stoppedBy !== undefined) return { drawing, incomplete: { kind: 'limit', reason: expansion.stoppedBy } };
  if (fault !== undefined)
    return { drawing, incomplete: { kind: fault.code === 'limit-exceeded' ? 'limit' : 'cut-off', reason: fault.message } };
  if (file.isWhole) return { drawing };
  return { drawing, incomplete: { kind: 'cut-off', reason: 'The end of the DXF file is missing; save the drawing again and send it.' } };
}

/** What is wrong with the file; anything else is a fault of the reader. */
function faultOf(error: unknown): FaultlineError {
  if (error instanceof FaultlineError && (error.code === 'parse-failed' || error.code === 'limit-exceeded')) return error;
  throw error;
}

/** Strings that show what encoding the file has, each once. */
function stringsBeyondAscii(file: DxfFile): readonly string[] {
  const found = new Set<string>();
  const note = (text: string | undefined): void => {
    if (text !== undefined && !isAscii(text)) found.add(text);
  };
  const noteEntity = (entity: DxfEntity): void => {
    note(entity.layer);
    note(entity.layout);
    if (entity.kind === 'text') for (const text of [entity.content, entity.tag]) note(text);
    if (entity.kind === 'dimension') note(entity.override);
    if (entity.kind === 'table') entity.cells.forEach(note);
    if (entity.kind !== 'insert') return;
    note(entity.block);
    entity.attributes.forEach(noteEntity);
  };
  for (const { name, entities } of file.blocks.values()) {
    note(name);
    entities.forEach(noteEntity);
  }
  file.entities.forEach(noteEntity);
  for (const { name } of file.layouts) note(name);
  return [...found];
}
