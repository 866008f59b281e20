/** A request as it is sent to a service, without who sends it. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as the file of a form. */
  readonly file?: { readonly name: string; readonly text: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export const get = (path: string, query: Readonly<Record<string, string | number | undefined>> = {}): HttpRequest => {
  const fields = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]));
  return { method: 'GET', path: fields.length === 0 ? path : `${path}?${new URLSearchParams(fields)}` };
};

export const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpRequest => ({
  method: 'POST',
  path,
  body,
  headers,
});
