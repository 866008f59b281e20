import type { Client } from '@elastic/elasticsearch';
import { elasticsearchFault } from './elasticsearch-fault.ts';

export interface ElasticsearchOptions {
  /** `https://host:9200`; without user name and password. */
  readonly url: string;
  readonly auth?: { readonly apiKey: string } | { readonly username: string; readonly password: string };
  /** PEM of the authority that signed the server's certificate, where it is not a public one. */
  readonly certificateAuthority?: string;
  /** All names of indices and aliases begin with it: lower-case letters, digits and hyphens. */
  readonly prefix: string;
  /** Milliseconds that one request may take at most; a search has its caller's signal besides. */
  readonly timeoutMs?: number;
}

/** Options of one request, as the client takes them. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
}

/** A client that is loaded when first used. */
export interface Connection {
  /**
   * Runs requests. Requests that did not reach the server are sent again, three times at most.
   * @throws FaultlineError `store-unavailable`, `busy`, `storage-failed`, `invalid-configuration`, `conflict`; the signal's reason
   * when that was aborted.
   */
  ask<T>(work: (client: Client, options: RequestOptions) => Promise<T>, signal?: AbortSignal): Promise<T>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 30_000;
const RETRIES = 3;

/** Seconds before a retry, 0.7 in all: who asks while the server is down is to hear of it, where the client's own waits add up to 8. */
function retryWait(_least: number, _most: number, attempt: number): number {
  return 0.05 * 2 ** attempt;
}

export function openConnection(options: ElasticsearchOptions): Connection {
  let loading: Promise<Client> | undefined;
  let isClosed = false;
  const load = async () => {
    const { Client, SniffingTransport } = await import('@elastic/elasticsearch');
    class PromptTransport extends SniffingTransport {
      constructor(given: ConstructorParameters<typeof SniffingTransport>[0]) {
        super({ ...given, retryBackoff: retryWait });
      }
    }
    return new Client({ ...clientOptions(options), Transport: PromptTransport });
  };
  return {
    async ask(work, signal) {
      signal?.throwIfAborted();
      if (isClosed) throw new TypeError('the connection was closed');
      loading ??= load();
      try {
        return await work(await loading, signal === undefined ? {} : { signal });
      } catch (error) {
        signal?.throwIfAborted();
        throw elasticsearchFault(error);
      }
    },
    async close() {
      isClosed = true;
      await (await loading)?.close();
    },
  };
}

function clientOptions({
  url,
  auth,
  certificateAuthority,
  timeoutMs = TIMEOUT_MS,
}: ElasticsearchOptions): ConstructorParameters<typeof Client>[0] {
  return {
    node: url,
    maxRetries: RETRIES,
    requestTimeout: timeoutMs,
    ...(auth === undefined ? {} : { auth }),
    ...(certificateAuthority === undefined ? {} : { tls: { ca: certificateAuthority } }),
  };
}
