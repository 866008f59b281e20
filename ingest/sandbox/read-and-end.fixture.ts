/** Entry of a program that reads a document, closes the reader and ends; nothing else keeps it alive. */
import { readRequest } from '../test-support/read-whole.ts';
import { openDocumentReader } from './document-reader.ts';

const reader = openDocumentReader();
for await (const event of reader.read(readRequest(process.argv[2] ?? ''), new AbortController().signal)) void event;
await reader.close();
