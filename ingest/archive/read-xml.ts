import type { Readable } from 'node:stream';
import { FaultlineError } from '../../kernel/index.ts';
import type { Decoder } from '../clean/make-decoder.ts';

/** Handlers of an XML stream; names come without their prefix, attributes with it. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** What stands between `<!DOCTYPE` and its end. */
  readonly doctype?: (declaration: string) => void;
}

/**
 * Feeds an XML part to handlers piece by piece and yields after each piece, so that the caller can hand on what has come.
 * Entities of the document's own making are not expanded.
 * @throws FaultlineError `parse-failed` for XML that is not well formed, `limit-exceeded` when nested too deep.
 */
export async function* readXml(
  stream: Readable,
  maxDepth: number,
  handlers: XmlHandlers,
  decoder: Decoder = new TextDecoder(),
): AsyncGenerator<void> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) throw new FaultlineError('limit-exceeded', `The document nests its parts more than ${maxDepth} deep.`);
    handlers.open?.(localName(name), attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('doctype', (declaration) => handlers.doctype?.(declaration));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(localName(name));
  });
  parser.on('error', (error) => {
    throw new FaultlineError('parse-failed', 'The file is damaged: a part of it is no well-formed XML.', { cause: error });
  });
  for await (const bytes of stream) {
    parser.write(decoder.decode(bytes as Buffer, { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
