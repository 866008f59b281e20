import type { Random } from '../../../datasets/index.ts';

/** What is sent over one connection. */
export interface Attack {
  readonly kind: AttackKind;
  /** Sent one after the other with a short pause between them. */
  readonly pieces: readonly string[];
  /** The sender goes after the last piece, whatever has been answered. */
  readonly leaves: boolean;
}

interface Sent {
  readonly pieces: readonly string[];
  readonly leaves?: boolean;
}

const ABSENT = '0'.repeat(32);
const AWKWARD = [
  '\u0000',
  '\ud800',
  '﷽',
  'ﷺ',
  '\u202e',
  "' or 1=1 --",
  '$ne',
  '{{7*7}}',
  '../..',
  '%00',
  '💥',
  'a\u0301',
  '\ufeff',
  '<script>',
  '0x7f',
  '１２',
];
const PATHS = [
  '/v1/documents',
  '/v1/answers',
  '/v1/search',
  '/v1/jobs',
  '/v1/entities',
  '/v1/reviews',
  '/v1/decisions',
  '/v1/records/aggregate',
  '/livez',
  '/metrics',
  '/',
];
const QUESTIONS = [
  'P-101A-',
  'P-101A ',
  '泵',
  'ﷺ',
  'a b ',
  '((((',
  'E101, ',
  '5 bar ',
  'why ',
  '因为',
  '.*',
  'not ',
  '\\',
  '“',
  '1/',
  '=',
  '#',
];

const head = (method: string, path: string, lines: readonly string[] = [], host = '127.0.0.1') =>
  `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
const bytes = (text: string) => Buffer.byteLength(text);
const post = (path: string, body: string, type = 'application/json', lines: readonly string[] = []) =>
  head('POST', path, [`Content-Type: ${type}`, `Content-Length: ${bytes(body)}`, ...lines]) + body;
const form = (parts: string) => post('/v1/documents', parts, 'multipart/form-data; boundary=cut');
const filePart = (name: string, text: string) =>
  `--cut\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${text}\r\n`;
const garbage = (random: Random, most: number) =>
  Array.from({ length: random.integer(1, most) }, () => String.fromCharCode(random.integer(1, 255))).join('');
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** One maker a kind: what it sends depends on its source of choices alone. */
const KINDS = {
  'no HTTP': (random) => ({ pieces: [`${garbage(random, 200)}\r\n\r\n`], leaves: true }),
  'odd host': (random) => ({
    pieces: [
      head(
        'GET',
        '/livez',
        [],
        random.pick([
          '127.999.999.999',
          'evil.example',
          '',
          'a b',
          '[::1',
          'localhost:99999',
          '@',
          'x'.repeat(300),
          '127.0.0.1.evil.example',
        ]),
      ),
    ],
  }),
  'two hosts': (random) => ({
    pieces: [head('GET', random.pick(['/livez', 'http://evil.example/livez']), [`Host: ${random.pick(['evil.example', '127.0.0.1'])}`])],
  }),
  'large head': (random) => ({
    pieces: [
      head(
        'GET',
        '/livez',
        Array.from({ length: random.integer(1, 400) }, (_, at) => `X-${at}: ${'x'.repeat(random.integer(1, 200))}`),
      ),
    ],
  }),
  'broken JSON': (random) => ({
    pieces: [
      post(
        random.pick(PATHS),
        random.pick([
          '{',
          'null',
          '[]',
          '""',
          '{"question":1e999}',
          `{"question":${nested(random.integer(1, 5_000))}}`,
          '{"question":"\\ud800"}',
          '{"a":1,"a":2}',
          '\ufeff{}',
          garbage(random, 500),
        ]),
      ),
    ],
  }),
  'odd fields': (random) => ({
    pieces: [
      post(
        random.pick(['/v1/answers', '/v1/search', '/v1/verify', '/v1/extract', '/v1/records/aggregate', '/v1/decisions']),
        JSON.stringify(
          Object.fromEntries(
            random
              .sample(
                ['question', 'query', 'k', 'scope', 'asOf', 'text', 'answer', 'sources', 'from', 'where', 'conversationId', '__proto__'],
                random.integer(1, 5),
              )
              .map((name) => [name, random.pick<unknown>([null, -1, 1e308, true, [], {}, [[]], 'x'.repeat(5_000), random.pick(AWKWARD)])]),
          ),
        ),
      ),
    ],
  }),
  'long question': (random) => {
    const piece = random.pick(QUESTIONS);
    return {
      pieces: [post('/v1/answers', JSON.stringify({ question: piece.repeat(Math.floor(random.integer(100, 1000) / piece.length)) }))],
    };
  },
  'odd address': (random) => ({
    pieces: [
      head(
        random.pick(['GET', 'DELETE', 'PUT', 'POST']),
        encodeURI(
          `${random.pick(PATHS)}/${random.pick(['..%2f..%2fetc/passwd', '%', '%ff', `doc_${ABSENT}`, 'x'.repeat(4_000), '..;/', '%2e%2e/', '//', `doc_${ABSENT}/content`, `doc_${ABSENT}/pages/-1`])}`,
        ),
        ['Content-Length: 0'],
      ),
    ],
  }),
  'odd query': (random) => ({
    pieces: [
      head(
        'GET',
        `${random.pick(['/v1/documents', '/v1/jobs', '/v1/entities', '/v1/reviews'])}?${random.pick(['limit', 'cursor', 'asOf', 'name', 'after', 'constructor'])}=${encodeURIComponent(random.pick(['-1', '1e9', 'NaN', 'x'.repeat(5_000), '2026-99-99', ...AWKWARD.filter((text) => text !== '\ud800')]))}`,
      ),
    ],
  }),
  'other methods': (random) => ({
    pieces: [
      head(random.pick(['TRACE', 'OPTIONS', 'PATCH', 'HEAD', 'PROPFIND', 'PUT', 'CONNECT', 'DELETE']), random.pick(PATHS), [
        'Content-Length: 0',
      ]),
    ],
    leaves: true,
  }),
  'broken form': (random) => ({
    pieces: [
      random.pick([
        form('--cut\r\n'),
        form(filePart('', 'x')),
        form(`${filePart('a.txt', 'x')}${filePart('b.txt', 'y')}--cut--\r\n`),
        form(filePart('half.txt', garbage(random, 300))),
        form(
          `--cut\r\nContent-Disposition: form-data; name="${random.pick(['uri', 'labels', 'effective', 'x'])}"\r\n\r\n${random.pick(AWKWARD).repeat(random.integer(1, 2_000))}\r\n--cut--\r\n`,
        ),
        post('/v1/documents', 'x', 'multipart/form-data'),
        post('/v1/documents', '{}'),
        form(garbage(random, 800)),
      ]),
    ],
  }),
  'hostile document': (random) => ({
    pieces: [
      form(
        `${filePart(`${random.integer(1, 1e9)}${random.pick(AWKWARD.filter((text) => !/["\u0000\ud800]/.test(text)))}.${random.pick(['pdf', 'docx', 'xlsx', 'csv', 'md', 'txt', 'dxf', 'png'])}`, `${random.pick(['%PDF-1.7\n', 'PK\u0003\u0004', '# ', 'a,b\n', ''])}${garbage(random, 600)}`)}--cut--\r\n`,
      ),
    ],
  }),
  'half an upload': (random) => ({
    pieces: [
      head('POST', '/v1/documents', ['Content-Type: multipart/form-data; boundary=cut', 'Content-Length: 1000000']),
      filePart('half.txt', garbage(random, 400)),
    ],
    leaves: true,
  }),
  'who leaves': (random) => ({
    pieces: [
      post(random.pick(['/v1/answers', '/v1/search']), JSON.stringify({ question: 'P-101A-'.repeat(140), query: '泵'.repeat(300) })),
    ],
    leaves: true,
  }),
  'odd lengths': (random) => ({
    pieces: [
      head('POST', '/v1/search', [
        'Content-Type: application/json',
        ...random.sample(
          [
            'Content-Length: 5',
            'Content-Length: 50',
            'Transfer-Encoding: chunked',
            'Transfer-Encoding: gzip, chunked',
            'Content-Length: -1',
            'Transfer-Encoding: x',
          ],
          random.integer(1, 3),
        ),
      ]),
      random.pick(['zz\r\n', '5\r\nab\r\n0\r\n\r\n', 'ffffffffffffffff\r\n', '0\r\n\r\nGET /livez HTTP/1.1\r\n\r\n']),
    ],
    leaves: true,
  }),
  'page of others': (random) => ({
    pieces: [
      post('/v1/answers', '{"question":"P-101"}', random.pick(['application/json', 'text/plain']), [
        `Origin: ${random.pick(['https://evil.example', 'null', 'http://127.0.0.1:1'])}`,
        `Sec-Fetch-Site: ${random.pick(['cross-site', 'same-site'])}`,
      ]),
    ],
  }),
  'odd keys': (random) => ({
    pieces: [
      head('GET', '/v1/session', [
        `Authorization: ${random.pick(['Bearer', 'Bearer flk_', `Bearer flk_${'A'.repeat(43)}`, `Basic ${'x'.repeat(2_000)}`, `Bearer ${'flk_'.repeat(900)}`, 'Negotiate', '\t'])}`,
      ]),
    ],
  }),
  'many in one': (random) => ({
    pieces: [`${'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'.repeat(random.integer(2, 50))}${head('GET', '/v1/documents')}`],
  }),
} as const satisfies Readonly<Record<string, (random: Random) => Sent>>;

export type AttackKind = keyof typeof KINDS;
export const ATTACK_KINDS = Object.keys(KINDS) as readonly AttackKind[];

/** The attack of a number: every kind has its turn, and equal seeds give equal attacks. */
export function makeAttack(number: number, random: Random): Attack {
  const kind = ATTACK_KINDS[number % ATTACK_KINDS.length] ?? 'no HTTP';
  const { pieces, leaves = false }: Sent = KINDS[kind](random);
  return { kind, pieces, leaves };
}
