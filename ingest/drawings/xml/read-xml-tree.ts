import { createReadStream } from 'node:fs';
import { FaultlineError } from '../../../kernel/index.ts';
import { readXml } from '../../archive/read-xml.ts';
import { detectEncoding } from '../../clean/detect-encoding.ts';
import { makeDecoder } from '../../clean/make-decoder.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import type { XmlElement } from './xml-element.ts';

export interface XmlTree {
  readonly root: XmlElement;
  readonly encoding: string;
  /** Why what follows is missing. */
  readonly fault?: FaultlineError;
}

/** XML elements of an element of a drawing, on the average: an attribute is one, as are the points of a line. */
const PARTS = 10;

/**
 * The elements of an XML file, as far as they could be read. Nothing that it refers to is fetched, and a file that declares entities of
 * its own is refused: they serve to make much out of little.
 * @throws FaultlineError `parse-failed` or `limit-exceeded` where nothing of it can be read.
 */
export async function readXmlTree(path: string, { maxElements, maxDepth }: Pick<ReadLimits, 'maxElements' | 'maxDepth'>): Promise<XmlTree> {
  const encoding = await detectEncoding(path);
  const open: { name: string; attributes: Readonly<Record<string, string>>; content: (XmlElement | string)[] }[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const handlers = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      count += 1;
      if (count > maxElements * PARTS)
        throw new FaultlineError('limit-exceeded', `The file has more than ${maxElements * PARTS} XML elements.`);
      const element = { name, attributes, content: [] };
      open.at(-1)?.content.push(element);
      root ??= element;
      open.push(element);
    },
    text: (text: string) => {
      if (text.trim() !== '' || !text.includes('\n')) open.at(-1)?.content.push(text);
    },
    close: () => {
      open.pop();
    },
    doctype: (declaration: string) => {
      if (!/<!ENTITY/iu.test(declaration)) return;
      throw new FaultlineError(
        'parse-failed',
        'The file declares XML entities of its own, which are not expanded. Save it again without a document type and send that.',
      );
    },
  };
  try {
    const pieces = readXml(createReadStream(path), maxDepth, handlers, makeDecoder(encoding));
    for await (const _ of pieces);
  } catch (error) {
    if (!(error instanceof FaultlineError) || root === undefined) throw error;
    return { root, encoding, fault: error };
  }
  if (root === undefined) throw new FaultlineError('parse-failed', 'The file holds no XML element.');
  return { root, encoding };
}
