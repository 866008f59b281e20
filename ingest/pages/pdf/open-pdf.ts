import { readFile, stat } from 'node:fs/promises';
import type { Result } from '../../../kernel/index.ts';
import { FaultlineError, failed, ok } from '../../../kernel/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import type { OutlineEntry, PageFault, PageSource } from '../scan/page-source.ts';
import { loadPdfJs, type PDFDocumentProxy, packagedData } from './pdfjs.ts';
import { rasterOfPage, rasterOfPart } from './raster-of-page.ts';
import { readPage } from './read-page.ts';

const MAX_OUTLINE = 5_000;

/** Opens a PDF file. Scripts in it are never run and nothing is fetched. */
export async function openPdf(
  path: string,
  limits: Pick<ReadLimits, 'maxBytes' | 'maxPages' | 'maxElements'>,
): Promise<Result<PageSource, PageFault>> {
  if ((await stat(path)).size > limits.maxBytes) return failed('limit-exceeded');
  const opened = await openDocument(path);
  if (!opened.ok) return opened;
  const document = opened.value;
  try {
    if (document.numPages > limits.maxPages) {
      await document.loadingTask.destroy();
      return failed('limit-exceeded');
    }
    return ok(await makeSource(document, limits.maxElements));
  } catch (error) {
    await document.loadingTask.destroy();
    throw error;
  }
}

/** The document of pdf.js itself, for those who draw pages. */
export async function openDocument(path: string): Promise<Result<PDFDocumentProxy, 'encrypted' | 'damaged'>> {
  const pdfjs = await loadPdfJs();
  const data = new Uint8Array(await readFile(path));
  const task = pdfjs.getDocument({
    data,
    ...packagedData(),
    cMapPacked: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    fontExtraProperties: true,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > 0) return ok(document);
    await task.destroy();
    return failed('damaged');
  } catch (error) {
    await task.destroy();
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return failed('encrypted');
    // Whatever else pdf.js throws while it opens a file is a fault of the file: it has no I/O of its own here.
    return failed('damaged');
  }
}

async function makeSource(document: PDFDocumentProxy, maxElements: number): Promise<PageSource> {
  const pdfjs = await loadPdfJs();
  const layers = await document.getOptionalContentConfig();
  const { info, metadata } = await document.getMetadata().catch((): FileMetadata => ({ info: {} }));
  return {
    pages: document.numPages,
    title: titleOf(info),
    labels: labelsOf(info, metadata),
    async readPage(number) {
      try {
        return await readPage(pdfjs, await document.getPage(number), number, { layers, maxElements });
      } catch (error) {
        throw new FaultlineError('parse-failed', `Page ${number} of the PDF could not be read.`, { cause: error });
      }
    },
    rasterOf: async (number) => rasterOfPage(await document.getPage(number), 'page'),
    sheetRasterOf: async (number) => rasterOfPage(await document.getPage(number), 'sheet'),
    figureRasterOf: async (number, box, dpi) => rasterOfPart(await document.getPage(number), box, dpi),
    outline: () => readOutline(document),
    close: async () => {
      await document.loadingTask.destroy();
    },
  };
}

interface FileMetadata {
  readonly info: object;
  readonly metadata?: { getRaw(): unknown } | null;
}

function titleOf(info: object): string | undefined {
  const title: unknown = 'Title' in info ? info.Title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.trim().normalize('NFC') : undefined;
}

/** Far more than a label with its signature takes, in UTF-16 units. */
const LONGEST_LABEL = 20_000;

/** The label of generated content: an entry of the document information, or an element or attribute of the XMP. */
function labelsOf(info: object, metadata: FileMetadata['metadata']): readonly string[] {
  const custom: unknown = 'Custom' in info ? info.Custom : undefined;
  const entry: unknown = typeof custom === 'object' && custom !== null && 'AIGC' in custom ? custom.AIGC : undefined;
  const xmp = metadata?.getRaw();
  const told = typeof xmp === 'string' ? /\bAIGC\s*(?:>|=)(?<label>[\s\S]*)$/u.exec(xmp)?.groups?.label : undefined;
  return [entry, told?.replace(/&quot;|&#34;/gu, '"')].flatMap((text) =>
    typeof text === 'string' ? [`AIGC: ${text.slice(0, LONGEST_LABEL)}`] : [],
  );
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

async function readOutline(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const visit = async (nodes: readonly OutlineNode[], depth: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= MAX_OUTLINE) return;
      const page = await pageOf(document, node.dest);
      if (page !== undefined && node.title.trim() !== '') entries.push({ title: node.title.trim(), depth, page });
      if (depth < 8) await visit(node.items ?? [], depth + 1);
    }
  };
  const nodes: readonly OutlineNode[] | null = await document.getOutline().catch(() => null);
  await visit(nodes ?? [], 1);
  return entries;
}

/** Broken links in an outline are common; such an entry is only a title without a place. */
async function pageOf(document: PDFDocumentProxy, destination: OutlineNode['dest']): Promise<number | undefined> {
  try {
    const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const target: unknown = explicit?.[0];
    if (typeof target === 'number') return target + 1;
    if (typeof target !== 'object' || target === null || !('num' in target) || !('gen' in target)) return undefined;
    return (await document.getPageIndex(target as { num: number; gen: number })) + 1;
  } catch {
    return undefined;
  }
}
