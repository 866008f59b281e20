import { posix } from 'node:path';
import type { ExcludedRun } from '../../../kernel/index.ts';
import { openPackage, type Package } from '../../archive/open-package.ts';
import { openPartPictures } from '../../archive/open-part-pictures.ts';
import { readCoreTitle } from '../../archive/read-core-title.ts';
import { readCustomProperty } from '../../archive/read-custom-property.ts';
import { scanArchive } from '../../archive/scan-archive.ts';
import { cleanText } from '../../clean/clean-text.ts';
import type { DocumentParser, ParserInput } from '../../parser/document-parser.ts';
import { type ReadFault, toReadFault } from '../../parser/read-fault.ts';
import { createBlockWriter } from '../blocks/block-writer.ts';
import { type BlockReading, createBlockParser, unread } from '../blocks/create-block-parser.ts';
import { openPresentation, type Presentation, type Slide } from './read-presentation.ts';
import { shapeTexts } from './shape-texts.ts';
import { listNumbers, slideWarnings } from './slide-warnings.ts';
import { type WrittenSlide, writeSlide } from './write-slide.ts';

const NO_DIAGRAMS: Slide['diagrams'] = new Map();

/**
 * PPTX: each slide in the order of the presentation as a part of its own, with the notes of its speaker and what the pictures that it
 * shows hold; those of layouts and masters are signs and stay unread. Read with our own reader of the package: officeparser gives texts
 * in the order of the file, not of the page, and neither which places they fill nor what is hidden.
 */
export const pptxParser: DocumentParser = createBlockParser('pptx', '3', async (input) => {
  const scanned = await scanArchive(input.path, input.limits);
  if (!scanned.ok) return unread(scanned.fault);
  const opened = await openPackage(input.path, input.limits);
  if (!opened.ok) return unread(opened.fault);
  try {
    return await readPptx(opened.value, input);
  } finally {
    opened.value.close();
  }
});

async function readPptx(source: Package, { limits, pictures }: ParserInput): Promise<BlockReading> {
  const presentation = await openPresentation(source, limits);
  const { slideParts } = presentation;
  if (slideParts.length === 0) return unread({ outcome: 'damaged', reason: 'The presentation names no slide that can be read.' });
  const writer = createBlockWriter();
  const readPicture = openPartPictures(source);
  const { written, damaged, fault } = await writeSlides(presentation, limits.maxPages, (slide, before) =>
    writeSlide(slide, before, writer, pictures === undefined ? undefined : (part) => readPicture(part, pictures)),
  );
  // A file keeps the title of the template that it was begun with, so what its first slide is titled counts before it.
  const title = written[0]?.title ?? (await readCoreTitle(source));
  const label = await readCustomProperty(source, 'AIGC');
  return {
    blocks: writer.blocks(),
    tables: writer.tables(),
    pages: slideParts.length,
    outside: label === undefined ? [] : [`AIGC: ${label}`],
    excluded: [...layoutTexts(presentation), ...writer.excluded()],
    warnings: [...slideWarnings(written), ...(pictures?.warnings() ?? [])],
    ...(title === undefined ? {} : { title }),
    ...(fault === undefined ? damagedFault(damaged, slideParts.length) : { fault }),
  };
}

interface WrittenSlides {
  readonly written: readonly WrittenSlide[];
  /** Numbers of slides that are no XML, and that are passed over. */
  readonly damaged: readonly number[];
  /** Why those behind the last one were not read. */
  readonly fault?: ReadFault;
}

async function writeSlides(
  { slideParts, isCut, readSlide }: Presentation,
  maxPages: number,
  write: (slide: Slide, before: WrittenSlide | undefined) => Promise<WrittenSlide>,
): Promise<WrittenSlides> {
  const written: WrittenSlide[] = [];
  const damaged: number[] = [];
  for (let number = 1; number <= slideParts.length; number += 1) {
    try {
      written.push(await write(await readSlide(number), written.at(-1)));
    } catch (error) {
      const fault = toReadFault(error);
      if (fault === undefined) throw error;
      if (fault.outcome !== 'damaged') return { written, damaged, fault };
      damaged.push(number);
    }
  }
  const fault: ReadFault = { outcome: 'limit-exceeded', reason: `The presentation has more than ${maxPages} slides.` };
  return { written, damaged, ...(isCut ? { fault } : {}) };
}

function damagedFault(damaged: readonly number[], slides: number): { readonly fault?: ReadFault } {
  if (damaged.length === 0) return {};
  const reason = `Damaged and not read: slides ${listNumbers(damaged)}; save the presentation again and send that.`;
  return { fault: { outcome: damaged.length < slides ? 'partial' : 'damaged', reason } };
}

/** What layouts and masters draw on their slides, once each: it states number and revision, as running headers do. */
function layoutTexts({ layouts }: Presentation): readonly ExcludedRun[] {
  return [...layouts()].flatMap(([part, { shapes }]) =>
    shapes
      .filter((shape) => shape.kind !== 'text' || shape.placeholder === undefined)
      .flatMap((shape) => shapeTexts(shape, NO_DIAGRAMS))
      .map((text): ExcludedRun => {
        const plain = cleanText(text).trim();
        const anchor = { kind: 'block', path: posix.basename(part, '.xml'), start: 0, end: plain.length } as const;
        return { text: plain, anchor, reason: 'running-header' };
      }),
  );
}
