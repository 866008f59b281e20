import type { Logger } from '../../kernel/index.ts';

export interface PiecesOptions {
  readonly type: string;
  readonly fileName: string;
  readonly logger: Logger;
}

/**
 * Sends texts as they are made. The first is waited for, so that what is wrong with the request is a problem like any other; an
 * error after it breaks the connection off, since a status has been sent.
 */
export async function sendPieces(
  pieces: AsyncGenerator<string, void, undefined>,
  { type, fileName, logger }: PiecesOptions,
): Promise<Response> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string, void> | undefined = await pieces.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const piece = next ?? (await pieces.next());
        next = undefined;
        if (piece.done === true) controller.close();
        else controller.enqueue(encoder.encode(piece.value));
      } catch (error) {
        logger.error('http', 'stream-broken', error);
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return();
    },
  });
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${fileName}"`, 'cache-control': 'no-store' },
  });
}
