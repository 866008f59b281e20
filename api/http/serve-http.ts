import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { keyRingOf, type Service, sessionRingOf } from '../../app/index.ts';
import { codeOf, ERROR_TABLE, FaultlineError } from '../../kernel/index.ts';
import { createHttpApp } from './create-http-app.ts';
import { problemFor } from './problem.ts';
import { misdirection } from './refuse-misdirected.ts';
import { type Pace, watchPace } from './watch-pace.ts';

/** A large document over a slow line of a plant takes its time; Node's own five minutes would cut it. */
const REQUEST_MILLISECONDS = 3_600_000;
/** Of the head of a request, which is small. */
const HEADERS_MILLISECONDS = 20_000;
/**
 * How long a connection stays without a request. Longer than proxies keep theirs (a minute as a rule): who sends over one that is being
 * closed gets no answer, and cannot know whether the request was taken.
 */
const IDLE_MILLISECONDS = 75_000;
/** How soon after its time a connection is ended. */
const CHECK_MILLISECONDS = 5_000;
/** More are closed as they come; each costs a file handle. */
const MOST_CONNECTIONS = 1_000;
/** Half a kilobyte a second: less than any line of a plant, and than a thousand connections need to be held for nothing. */
const PACE: Pace = { windowMilliseconds: 30_000, leastBytes: 15_000 };
/** Requests that still run when the service stops may end within this time. */
const GRACE_MILLISECONDS = 5_000;

/** What one connection may take, and how many there may be. */
export interface ConnectionLimits {
  readonly pace: Pace;
  readonly headersMilliseconds: number;
  readonly checkMilliseconds: number;
  readonly mostConnections: number;
}

const LIMITS: ConnectionLimits = {
  pace: PACE,
  headersMilliseconds: HEADERS_MILLISECONDS,
  checkMilliseconds: CHECK_MILLISECONDS,
  mostConnections: MOST_CONNECTIONS,
};

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
export async function serveHttp(service: Service, given: Partial<ConnectionLimits> = {}): Promise<HttpService> {
  const { pace, headersMilliseconds, checkMilliseconds, mostConnections } = { ...LIMITS, ...given };
  const { host, port } = service.config;
  const stopping = new AbortController();
  const http = createHttpApp(service, {
    newRequestId: randomUUID,
    random: randomBytes,
    keys: keyRingOf(service),
    sessions: sessionRingOf(service),
    signal: stopping.signal,
    isProcess: true,
  });
  const answer = getRequestListener(http.fetch);
  const limits = {
    requestTimeout: REQUEST_MILLISECONDS,
    headersTimeout: headersMilliseconds,
    keepAliveTimeout: IDLE_MILLISECONDS,
    connectionsCheckingInterval: checkMilliseconds,
  };
  const server = createServer(limits, (request, response) => {
    const fault = misdirection(request);
    if (fault !== undefined) return refuse(request, response, new FaultlineError('invalid-request', fault));
    watchPace(request, pace, () =>
      refuse(request, response, new FaultlineError('request-timeout', 'The body comes too slowly; send it again over a better line.')),
    );
    void answer(request, response);
  });
  server.maxConnections = mostConnections;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve());
    });
  } catch (error) {
    throw new FaultlineError('invalid-configuration', `Cannot listen on ${host}:${port}${whyNot(codeOf(error))}`, { cause: error });
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

function whyNot(code: string): string {
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return ': that is no address of this machine. Give --host one that it has, 127.0.0.1 for itself alone or 0.0.0.0 for all.';
  if (code === 'EACCES') return ': this user may not use that port. Choose one above 1023 with --port.';
  return '; free it or choose another with --port.';
}

/** Answers outside of the routes, and ends the connection, of which nothing more is wanted. */
function refuse(request: IncomingMessage, response: ServerResponse, error: FaultlineError): void {
  if (!response.headersSent) {
    const head = { 'content-type': 'application/problem+json', connection: 'close' };
    response.writeHead(ERROR_TABLE[error.code].status, head).end(JSON.stringify(problemFor(error, randomUUID())));
  }
  response.once('close', () => request.socket.destroy());
  if (response.writableFinished || response.headersSent) request.socket.destroySoon();
}
