import { Agent, request } from 'node:http';
import type { HttpAnswer, HttpRequest } from './http-request.ts';

/** Connections to one service that stay open between requests. */
export interface HttpCaller {
  /** `key` absent: nobody is named. Rejects when the connection breaks or nothing comes for so long that nothing will. */
  send(asked: HttpRequest, key: string | undefined): Promise<HttpAnswer>;
  close(): void;
}

const PATIENCE_MILLISECONDS = 300_000;
/** The same in every request, so that whatever repeats it repeats the same. */
const REQUEST_ID = 'probe';

/** `address` as a service tells it: `http://127.0.0.1:8617`. */
export function openHttpCaller(address: string): HttpCaller {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const { hostname, port } = new URL(address);
  return {
    close: () => agent.destroy(),
    send: ({ method, path, body, file, headers = {} }, key) =>
      new Promise((resolve, reject) => {
        const sent = file === undefined ? jsonBody(body) : formBody(file);
        const head = {
          'x-request-id': REQUEST_ID,
          ...(sent === undefined ? {} : { 'content-type': sent.type, 'content-length': String(Buffer.byteLength(sent.text)) }),
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...headers,
        };
        const asking = request({ agent, hostname, port, method, path, headers: head, timeout: PATIENCE_MILLISECONDS }, (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }));
          answer.on('error', reject);
        });
        asking.on('timeout', () => asking.destroy(new Error(`${method} ${path}: no answer within ${PATIENCE_MILLISECONDS / 1000} s`)));
        asking.on('error', reject);
        asking.end(sent?.text);
      }),
  };
}

interface Body {
  readonly type: string;
  readonly text: string | Buffer;
}

function jsonBody(body: unknown): Body | undefined {
  return body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) };
}

function formBody({ name, text }: { readonly name: string; readonly text: string | Uint8Array }): Body {
  const head = `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`;
  const bytes = [Buffer.from(`--cut-between-parts\r\n${head}\r\n\r\n`), Buffer.from(text), Buffer.from('\r\n--cut-between-parts--\r\n')];
  return { type: 'multipart/form-data; boundary=cut-between-parts', text: Buffer.concat(bytes) };
}
