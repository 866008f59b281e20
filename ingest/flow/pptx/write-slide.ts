import { assertNever } from '../../../kernel/index.ts';
import { wordingPattern } from '../../../ontology/index.ts';
import type { PictureText } from '../../parser/picture-text.ts';
import type { BlockWriter } from '../blocks/block-writer.ts';
import { isListOfFields } from '../blocks/is-list-of-fields.ts';
import { layOutTable } from '../blocks/lay-out-table.ts';
import { writeTableText } from '../blocks/write-table-text.ts';
import { findTitle } from './find-title.ts';
import { orderShapes } from './order-shapes.ts';
import type { Slide } from './read-presentation.ts';
import { shapeTexts } from './shape-texts.ts';
import { bulletOf, isRunning, placedByParents, type SlideParents } from './slide-layout.ts';
import type { SlideShape, TableShape, TextShape } from './slide-shape.ts';
import { writeParagraphs } from './write-paragraphs.ts';

const CONTINUED = wordingPattern('continuedMark', 'giu');
/** Which of how many slides of one title it is. */
const COUNTED = /[（([]?\d{1,2}[/／]\d{1,2}[)）\]]?$/u;

/** What of a slide was not read as text. */
export type UnreadKind = 'picture' | 'chart' | 'object';

export interface WrittenSlide extends Pick<Slide, 'number' | 'isHidden'> {
  readonly title?: string;
  readonly unread: ReadonlySet<UnreadKind>;
}

/** What stands in the picture that is a part of the presentation; nothing of one that came before. */
type ReadPicture = (part: string) => Promise<readonly PictureText[]>;

interface Target {
  readonly writer: BlockWriter;
  readonly slide: Slide;
  readonly title: TextShape | undefined;
  readonly unread: Set<UnreadKind>;
  readonly readPicture: ReadPicture | undefined;
}

/**
 * Writes a slide: its title as that of a section, what stands on it in reading order, then the notes of its speaker. A slide of the
 * title of the one before goes on with its section, so that a procedure over several slides is one. Without `readPicture` pictures stay
 * unread.
 */
export async function writeSlide(
  slide: Slide,
  before: WrittenSlide | undefined,
  writer: BlockWriter,
  readPicture: ReadPicture | undefined,
): Promise<WrittenSlide> {
  const shapes = inOrder(slide.shapes, slide.parents);
  const title = findTitle(shapes);
  const words = title?.paragraphs.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join(' ');
  const goesOn = words !== undefined && before?.title !== undefined && keyOf(words) === keyOf(before.title);
  const { number, isHidden } = slide;
  const path = `${isHidden ? 'hidden-slide' : 'slide'}/${number}`;
  const unread = new Set<UnreadKind>();
  writer.part(path, goesOn);
  if (goesOn) writer.exclude(words, 'running-header');
  else if (words !== undefined) writer.heading(1, words);
  for (const equation of title?.equations ?? []) writer.exclude(equation, 'equation');
  const target: Target = { writer, slide, title, unread, readPicture };
  if (title !== undefined) await writePicture(title.fill, target);
  for (const shape of shapes) await writeShape(shape, target);
  for (const comment of slide.comments) writer.exclude(comment, 'comment');
  if (slide.notes.length > 0) {
    writer.part(`${path}/notes/1`, true);
    writer.openBox(undefined);
    const notes: Target = { ...target, slide: { ...slide, parents: {} } };
    for (const shape of inOrder(slide.notes, {})) await writeShape(shape, notes);
    writer.closeBox();
  }
  return { number, isHidden, unread, ...(words === undefined ? {} : { title: words }) };
}

/** A title for comparing it with that of the slide before: no case, no white space, no mark that it is continued. */
function keyOf(title: string): string {
  return title.normalize('NFKC').replace(/\s+/gu, '').toLowerCase().replace(CONTINUED, '').replace(COUNTED, '');
}

function inOrder(shapes: readonly SlideShape[], parents: SlideParents): readonly SlideShape[] {
  return orderShapes(shapes.map((shape) => placedByParents(shape, parents)));
}

async function writeShape(shape: SlideShape, target: Target): Promise<void> {
  const { writer, slide, title, unread } = target;
  if (shape === title) return;
  if (shape.isHidden === true) {
    for (const text of shapeTexts(shape, slide.diagrams)) writer.exclude(text, 'hidden-layer');
    return;
  }
  switch (shape.kind) {
    case 'text':
      writeText(shape, target);
      await writePicture(shape.fill, target);
      return;
    case 'table':
      writeTable(shape, writer);
      return;
    case 'group':
      for (const inner of inOrder(shape.shapes, slide.parents)) await writeShape(inner, target);
      return;
    case 'picture':
      if (shape.description.trim() !== '') writer.imageText(shape.description);
      if (shape.part === undefined) unread.add('picture');
      await writePicture(shape.part, target);
      return;
    case 'diagram':
      writeParagraphs(slide.diagrams.get(shape.relation) ?? [], () => ({ kind: 'sign' }), writer);
      return;
    case 'chart':
    case 'object':
      unread.add(shape.kind);
      return;
    default:
      assertNever(shape);
  }
}

async function writePicture(part: string | undefined, { writer, unread, readPicture }: Target): Promise<void> {
  if (part === undefined) return;
  if (readPicture === undefined) unread.add('picture');
  const texts = (await readPicture?.(part)) ?? [];
  if (texts.length > 0) writer.picture(texts);
}

function writeText(shape: TextShape, { writer, slide }: Target): void {
  for (const equation of shape.equations) writer.exclude(equation, 'equation');
  if (isRunning(shape)) {
    const reason = shape.placeholder?.type === 'sldNum' ? 'page-number' : 'running-footer';
    for (const { text } of shape.paragraphs) writer.exclude(text, reason);
    return;
  }
  writeParagraphs(shape.paragraphs, (paragraph) => bulletOf(shape, paragraph, slide.parents), writer);
}

function writeTable({ rows, isHeaded, covered }: TableShape, writer: BlockWriter): void {
  const headerRows = isHeaded || (rows.length > 1 && !isListOfFields(rows)) ? 1 : 0;
  writeTableText(layOutTable(rows, headerRows), writer);
  for (const text of covered) writer.exclude(text, 'hidden-layer');
}
