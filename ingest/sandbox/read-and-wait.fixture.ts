/** Entry of a program that begins to read a document, tells its parent which process reads, and takes no more. */
import { entryBeside } from '../../kernel/index.ts';
import { readRequest } from '../test-support/read-whole.ts';
import { openDocumentReader } from './document-reader.ts';

const reader = openDocumentReader(entryBeside(import.meta.url, 'tell-process.fixture'));
for await (const event of reader.read(readRequest(process.argv[2] ?? ''), new AbortController().signal)) {
  if (event.kind !== 'chunk') continue;
  process.send?.(event.refined);
  await new Promise(() => undefined);
}
