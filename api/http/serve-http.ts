import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { keyRingOf, type Service } from '../../app/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { createHttpApp } from './create-http-app.ts';

/** A large document over a slow line of a plant takes its time; Node's own five minutes would cut it. */
const REQUEST_MILLISECONDS = 3_600_000;
/** Requests that still run when the service stops may end within this time. */
const GRACE_MILLISECONDS = 5_000;

export interface HttpService {
  /** Where it listens, for a person: `http://127.0.0.1:8617`. */
  readonly address: string;
  /** Takes no more requests, lets those that run end, stops the service below; resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/**
 * Listens on host and port of the configuration.
 * @throws FaultlineError `invalid-configuration` when it cannot listen there.
 */
export async function serveHttp(service: Service): Promise<HttpService> {
  const { host, port } = service.config;
  const stopping = new AbortController();
  const http = createHttpApp(service, { newRequestId: randomUUID, keys: keyRingOf(service), signal: stopping.signal, isProcess: true });
  const server = createServer({ requestTimeout: REQUEST_MILLISECONDS }, getRequestListener(http.fetch));
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve());
    });
  } catch (error) {
    throw new FaultlineError('invalid-configuration', `Cannot listen on ${host}:${port}; free it or choose another with --port.`, {
      cause: error,
    });
  }
  const bound = server.address() as AddressInfo;
  const address = `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
  service.logger.event('lifecycle', 'listening', { address });
  return {
    address,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS);
      stopping.abort(new Error('the service stops'));
      await closed;
      clearTimeout(impatience);
      await service.stop();
      service.logger.event('lifecycle', 'stopped', { address });
    },
  };
}
