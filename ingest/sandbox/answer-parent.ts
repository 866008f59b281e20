import { constants, setPriority } from 'node:os';
import { assertNever, type ErrorCode, FaultlineError } from '../../kernel/index.ts';
import type { DrawSheetRequest } from '../drawings/draw/draw-sheet.ts';
import type { SheetRequest } from '../drawings/draw/read-sheet.ts';
import type { EmbeddedPictureRequest } from '../embedded/draw-embedded-picture.ts';
import { openRecogniser } from '../ocr/open-recogniser.ts';
import type { RenderPageRequest } from '../pages/render-page.ts';
import type { Survey } from '../parser/document-parser.ts';
import { loadParser } from '../parsers.ts';
import type { PhotoRequest } from '../photo/read-photo.ts';
import type { PictureRequest } from '../picture/picture-request.ts';
import { CHUNKS_AHEAD, type EmbedRequest, type FromChild, type Progress, type ReadRequest, type ToChild } from './messages.ts';
import { readInProcess } from './read-in-process.ts';
import { saysOutOfMemory } from './says-out-of-memory.ts';
import type { ViewPageRequest } from './view-page.ts';

/** Makes more of the progress of a reading, as its request asks. The same events come out, in the same order. */
export type Refine = (progress: AsyncGenerator<Progress>, request: ReadRequest) => AsyncGenerator<Progress>;

/** What an entry gives a reading process beyond reading and drawing. */
export interface ChildSkills {
  readonly refine?: Refine;
  /** One vector a text. */
  readonly embed?: (request: EmbedRequest) => Promise<readonly Float32Array[]>;
}

const MEBIBYTE = 1024 * 1024;

/**
 * Makes of this process a reading process: of low priority, working off one request after the other until the parent is
 * gone. It is at most `CHUNKS_AHEAD` messages ahead of what was taken.
 */
export function answerParent({ refine = (progress) => progress, embed }: ChildSkills = {}): void {
  // Below everything that answers people, yet not the lowest of all, which gets no processor at all on a busy machine.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.once('disconnect', () => process.exit(0));
  process.stdin.once('close', () => process.exit(0)).resume();
  const credit = new Credit();
  const recogniser = openRecogniser();

  async function read(request: ReadRequest): Promise<void> {
    credit.set(CHUNKS_AHEAD);
    // A process whose parent is gone ends by that.
    const onSurveyed = (unit: Survey['unit'], done: number): void => void send({ kind: 'surveyed', unit, done }).catch(() => undefined);
    const onRecognising = (): void => void send({ kind: 'recognising' }).catch(() => undefined);
    for await (const progress of refine(readInProcess(request, loadParser, { onSurveyed, onRecognising, recogniser }), request)) {
      await credit.take();
      const resident = process.memoryUsage.rss();
      await send({ kind: 'progress', progress, resident });
      if (progress.kind !== 'ended' && resident > request.limits.residentMegabytes * MEBIBYTE) {
        throw new FaultlineError('limit-exceeded', 'The reading process holds more memory than is allowed.');
      }
    }
  }

  process.on('message', (message: ToChild) => {
    if (message.kind === 'next') credit.give();
    else answer(message).catch(sendFault);
  });

  function answer(message: Exclude<ToChild, { kind: 'next' }>): Promise<void> {
    switch (message.kind) {
      case 'read':
        return read(message.request);
      case 'draw':
        return draw(message.request);
      case 'draw-embedded':
        return drawEmbedded(message.request);
      case 'draw-passages':
        return drawPassages(message.request);
      case 'draw-sheet':
        return drawSheet(message.request);
      case 'view-sheet':
        return viewSheet(message.request);
      case 'view-page':
        return viewPage(message.request);
      case 'read-photo':
        return readPhoto(message.request);
      case 'embed':
        return sendVectors(message.request);
      default:
        return assertNever(message);
    }
  }

  async function readPhoto(request: PhotoRequest): Promise<void> {
    const { readPhoto: read } = await import('../photo/read-photo.ts');
    await recogniser.ready();
    await send({ kind: 'photo-read', reading: await read(request, recogniser) });
  }

  async function sendVectors(request: EmbedRequest): Promise<void> {
    if (embed === undefined) throw new FaultlineError('internal', 'This reading process has no embedding.');
    await send({ kind: 'embedded', vectors: await embed(request) });
  }
}

/** How many messages may be sent before one is taken. */
class Credit {
  #left = 0;
  #wake: () => void = () => undefined;

  set(count: number): void {
    this.#left = count;
  }

  give(): void {
    this.#left += 1;
    this.#wake();
  }

  async take(): Promise<void> {
    while (this.#left === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#left -= 1;
  }
}

async function draw(request: RenderPageRequest): Promise<void> {
  const { renderPage } = await import('../pages/render-page.ts');
  await send({ kind: 'drawn', png: await renderPage(request) });
}

async function drawEmbedded(request: EmbeddedPictureRequest): Promise<void> {
  const { drawEmbeddedPicture } = await import('../embedded/draw-embedded-picture.ts');
  await send({ kind: 'drawn', png: await drawEmbeddedPicture(request, await loadParser(request.format)) });
}

async function drawPassages(request: PictureRequest): Promise<void> {
  const { drawPicture } = await import('../picture/draw-picture.ts');
  await send({ kind: 'drawn', png: await drawPicture(request) });
}

async function drawSheet(request: DrawSheetRequest): Promise<void> {
  const { drawSheet: draw } = await import('../drawings/draw/draw-sheet.ts');
  await send({ kind: 'drawn', png: await draw(request) });
}

async function viewSheet(request: SheetRequest): Promise<void> {
  const { viewSheet: view } = await import('../drawings/draw/view-sheet.ts');
  await send({ kind: 'sheet-viewed', view: await view(request) });
}

async function viewPage(request: ViewPageRequest): Promise<void> {
  const { viewPage: view } = await import('./view-page.ts');
  await send({ kind: 'sheet-viewed', view: await view(request) });
}

/** A process in which something went wrong is not asked again. */
async function sendFault(error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await send({ kind: 'fault', code: codeOf(error), message });
  process.disconnect();
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof FaultlineError) return error.code;
  return error instanceof RangeError && saysOutOfMemory(error.message) ? 'limit-exceeded' : 'internal';
}

function send(message: FromChild): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });
}
