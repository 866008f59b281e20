/** Entry of the reading process: one request, answered message by message, each only after the one before was taken. */
import { constants, setPriority } from 'node:os';
import { FaultlineError } from '../../kernel/index.ts';
import { loadParser } from '../parsers.ts';
import type { RenderPageRequest } from '../render-page.ts';
import type { FromChild, ReadRequest, ToChild } from './messages.ts';
import { readInProcess } from './read-in-process.ts';

setPriority(constants.priority.PRIORITY_LOW);
process.once('disconnect', () => process.exit(0));

let takeNext: () => void = () => undefined;
process.on('message', (message: ToChild) => {
  if (message.kind === 'next') takeNext();
  else answer(message).then(() => process.disconnect(), sendFault);
});

async function answer(message: Exclude<ToChild, { kind: 'next' }>): Promise<void> {
  if (message.kind === 'draw') await draw(message.request);
  else await read(message.request);
}

async function read(request: ReadRequest): Promise<void> {
  for await (const progress of readInProcess(request, loadParser)) {
    const taken = new Promise<void>((resolve) => {
      takeNext = resolve;
    });
    await send({ kind: 'progress', progress });
    await taken;
  }
}

async function draw(request: RenderPageRequest): Promise<void> {
  const { renderPage } = await import('../render-page.ts');
  await send({ kind: 'drawn', png: await renderPage(request) });
}

async function sendFault(error: unknown): Promise<void> {
  const code = error instanceof FaultlineError ? error.code : 'internal';
  const message = error instanceof Error ? error.message : String(error);
  await send({ kind: 'fault', code, message });
  process.disconnect();
}

function send(message: FromChild): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });
}
