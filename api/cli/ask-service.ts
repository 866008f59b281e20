import type { z } from 'zod';
import type { Config } from '../../app/index.ts';
import { parseJson } from '../../kernel/index.ts';
import { findAddress } from './service-address.ts';

/**
 * What a service that runs on the data folder replies, and undefined where none runs, it knows not who asks, or it does not answer in this
 * form: then the command does the work itself, and tells what is wrong where anything is.
 * @throws the reason of the signal.
 */
export async function askService<Out>(
  config: Config,
  path: string,
  body: unknown,
  schema: z.ZodType<Out>,
  signal: AbortSignal,
): Promise<Out | undefined> {
  const address = await findAddress(config);
  if (address === undefined) return undefined;
  try {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal,
    });
    return response.ok ? schema.safeParse(parseJson(await response.text())).data : undefined;
  } catch (error) {
    signal.throwIfAborted();
    // A connection that breaks is no fault of the command, which goes on without the service; anything else is.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
