import { readFile } from 'node:fs/promises';
import { cleanText } from '../../clean/clean-text.ts';
import type { DocumentParser } from '../../parser/document-parser.ts';
import { type BlockWriter, createBlockWriter } from '../blocks/block-writer.ts';
import { createBlockParser } from '../blocks/create-block-parser.ts';
import { hasTitleOutsideHeader } from '../blocks/html-left-out.ts';
import { writeHtmlNodes } from '../blocks/html-to-blocks.ts';
import { attributeOf, type HtmlElement, isElement, parseHtmlPage, rawText } from '../blocks/parse-html.ts';
import { htmlEncoding } from './html-encoding.ts';
import { readDataPictures } from './read-data-pictures.ts';

/** Names of `<meta>` that speak of the document: number, revision, date. */
const STATED =
  /^(?:dc(?:terms)?\.)?(?:document[-_ ]?(?:number|id|no)|doc[-_ ]?(?:number|id|no)|identifier|revision|version|issued|effective|date)$/i;

/** A web page: the text by its markup, without the frame of menus around it, which is listed as excluded. */
export const htmlParser: DocumentParser = createBlockParser('html', '9', async (input) => {
  const { path, limits } = input;
  const bytes = await readFile(path);
  const { encoding, decoder, warnings: ofEncoding } = await htmlEncoding(path, bytes);
  const warnings = [...ofEncoding];
  const nodes = parseHtmlPage(cleanText(decoder.decode(bytes)));
  const writer = createBlockWriter();
  for (const node of nodes) if ('data' in node) writer.exclude(node.data, 'comment');
  const parts = nodes.flatMap((node) => (isElement(node) ? node.childNodes : []));
  for (const part of parts) if ('data' in part) writer.exclude(part.data, 'comment');
  const head = parts.filter(isElement).find((part) => part.tagName === 'head');
  const body = parts.filter(isElement).find((part) => part.tagName === 'body' || part.tagName === 'frameset');
  const stated = head === undefined ? { outside: [] } : readHead(head, writer);
  if (body !== undefined) {
    const pictures = await readDataPictures(body, input);
    warnings.push(...pictures.warnings);
    writeHtmlNodes(body.childNodes, writer, {
      maxDepth: limits.maxDepth,
      keepHeaders: !hasTitleOutsideHeader(body),
      textsOf: pictures.textsOf,
    });
  }
  const blocks = writer.blocks();
  const title = blocks.some((block) => block.kind === 'heading') ? undefined : stated.title;
  return {
    blocks,
    tables: writer.tables(),
    outside: stated.outside,
    excluded: writer.excluded(),
    encoding,
    warnings,
    ...(title === undefined ? {} : { title }),
  };
});

/** Title and statements of the head; all its text is listed as excluded. */
function readHead(head: HtmlElement, writer: BlockWriter): { readonly title?: string; readonly outside: readonly string[] } {
  let title: string | undefined;
  const outside: string[] = [];
  for (const node of head.childNodes) {
    const text = rawText(node).trim();
    if (isElement(node) && node.tagName === 'title') {
      title ??= text === '' ? undefined : text.replace(/\s+/g, ' ');
      writer.exclude(text, 'running-header');
      continue;
    }
    writer.exclude(text, 'data' in node ? 'comment' : 'markup');
    if (!isElement(node) || node.tagName !== 'meta') continue;
    const name = attributeOf(node, 'name') ?? '';
    if (name === 'AIGC') outside.push(`AIGC: ${(attributeOf(node, 'content') ?? '').slice(0, 2_000)}`);
    if (STATED.test(name)) outside.push(`${name.replace(/^dc(?:terms)?\./i, '')}: ${(attributeOf(node, 'content') ?? '').slice(0, 200)}`);
  }
  return { outside, ...(title === undefined ? {} : { title }) };
}
