import { z } from 'zod';
import { type ErrorCode, FaultlineError, untrustedCertificate } from '../../../kernel/index.ts';

/** What the client's errors have in common; the classes themselves would load the client. */
const CLIENT_ERROR = z.object({
  name: z.string(),
  message: z.string().catch(''),
  meta: z
    .object({
      statusCode: z.number().nullish(),
      body: z
        .object({ error: z.object({ type: z.string() }).optional() })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const UNREACHABLE = new Set(['ConnectionError', 'NoLivingConnectionsError']);
/** The client keeps the words of what is wrong with a certificate, not its code. */
const UNTRUSTED = /certificate/i;
const FULL = new Set(['cluster_block_exception', 'disk_usage_exceeded_exception']);

/** HTTP status of an error of the client, where the server answered. */
export function statusOf(error: unknown): number | undefined {
  return CLIENT_ERROR.safeParse(error).data?.meta?.statusCode ?? undefined;
}

/**
 * An error of the client as one of ours; any other passes. The server's own words are left out, since they may quote what was
 * indexed: the type of the error is named, and the cause is not kept.
 */
export function elasticsearchFault(error: unknown): unknown {
  if (error instanceof FaultlineError) return error;
  const { name, message, meta } = CLIENT_ERROR.safeParse(error).data ?? { name: '', message: '' };
  const status = meta?.statusCode ?? undefined;
  if (UNREACHABLE.has(name) && UNTRUSTED.test(message)) return untrustedCertificate('Elasticsearch', 'FAULTLINE_SEARCH_CA_FILE');
  if (UNREACHABLE.has(name))
    return fault('store-unavailable', 'Elasticsearch cannot be reached; see that it runs and that its address is right.');
  if (name === 'TimeoutError') return fault('store-unavailable', 'Elasticsearch did not answer in time; see whether it is overloaded.');
  if (name === 'ProductNotSupportedError') return fault('invalid-configuration', 'What answers at the address is not Elasticsearch.');
  if (name === 'ConfigurationError')
    return fault('invalid-configuration', 'The address or the credentials of Elasticsearch are not well formed.');
  if (name === 'SerializationError' || name === 'DeserializationError') {
    return fault('store-unavailable', 'The answer of Elasticsearch cannot be read; see that nothing else answers at its address.');
  }
  return name === 'ResponseError' && status !== undefined ? responseFault(status, meta?.body?.error?.type) : error;
}

/** A refusal of the server by its HTTP status and the type that it names. */
export function responseFault(status: number, type = 'unknown'): FaultlineError {
  if (FULL.has(type)) {
    return fault('store-unavailable', `Elasticsearch takes no writes (${type}); free space on its disk and lift the block.`);
  }
  if (status === 401) return fault('invalid-configuration', 'Elasticsearch does not know the credentials; set those of its user.');
  if (status === 403)
    return fault(
      'invalid-configuration',
      `Elasticsearch does not allow that (${type}); its user needs to read, write and manage the indices.`,
    );
  if (status === 429) return fault('busy', `Elasticsearch has more to do than it takes on (${type}); try again.`);
  if (status === 404) {
    return fault(
      'store-unavailable',
      `The index is not there (${type}); it may just have been made anew: try again, or make it with \`faultline reindex\`.`,
    );
  }
  if (status >= 500) return fault('store-unavailable', `Elasticsearch failed (${status}, ${type}); its log says why.`);
  return fault('internal', `Elasticsearch refused a request (${status}, ${type}).`);
}

function fault(code: ErrorCode, message: string): FaultlineError {
  return new FaultlineError(code, message);
}
