import { type Caller, sha256, toFaultlineError } from '../../../kernel/index.ts';
import type { Site } from './open-site.ts';
import type { AnyProbe } from './probes.ts';

export interface Outcome {
  /** All that the caller was told, as text: equal texts are equal answers. */
  readonly text: string;
  readonly isError: boolean;
}

/** Asks one command of a site. An error is an answer too: its code and sentence must not tell what is hidden. */
export async function outcomeOf(site: Site, probe: AnyProbe, caller: Caller, input: unknown, signal: AbortSignal): Promise<Outcome> {
  const command = site.service[probe.name] as (caller: Caller, input: unknown, signal: AbortSignal) => unknown;
  try {
    const output = await collected(command(caller, input, signal));
    return { text: JSON.stringify(probe.shown === undefined ? output : await probe.shown(output), plain) ?? '', isError: false };
  } catch (error) {
    signal.throwIfAborted();
    const { code, message, cause } = toFaultlineError(error);
    // An error of ours is no answer: the suite must not take two crashes for agreement.
    if (code === 'internal') throw error instanceof Error ? error : new Error(String(cause));
    return { text: JSON.stringify({ code, message }), isError: true };
  }
}

async function collected(output: unknown): Promise<unknown> {
  const value = await output;
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) return value;
  const items: unknown[] = [];
  for await (const item of value as AsyncIterable<unknown>) items.push(item);
  return items;
}

/** Maps and bytes as JSON; members stay in their order, which callers see too. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return sha256(value);
  return value instanceof Map ? [...value] : value;
}
