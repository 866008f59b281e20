import type { z } from 'zod';
import { FaultlineError } from '../../../kernel/index.ts';

const MOST_BYTES = 1_000_000;
const LONGEST_MILLISECONDS = 5_000;

/** How an issuer is reached. */
export type Fetch = typeof globalThis.fetch;

/**
 * Asks an issuer and reads what it answers: within a time, of a bounded length, from that address alone.
 * @throws FaultlineError `unauthenticated`: nobody can be told to be somebody by what cannot be read.
 */
export async function askIssuer<Schema extends z.ZodType>(
  fetch: Fetch,
  address: string,
  schema: Schema,
  init: RequestInit = {},
): Promise<z.infer<Schema>> {
  try {
    const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(LONGEST_MILLISECONDS) });
    const text = await boundedText(response);
    if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new FaultlineError(
      'unauthenticated',
      'The issuer gave no answer that can be relied on: try again, or ask who runs the service.',
      {
        cause: error,
      },
    );
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error('the answer of the issuer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
