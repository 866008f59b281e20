import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { secureHeaders } from 'hono/secure-headers';
import { FaultlineError } from '../../kernel/index.ts';
import type { HttpApp, HttpContext } from './http-app.ts';
import { sendProblem } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** The build names these files after their content. */
const NAMED_BY_CONTENT = 'public, max-age=31536000, immutable';
const NOT_BUILT =
  'The page has not been built: run `npm run build`, then open this address again. The API answers all the same; see /docs.\n';
const ASSET = /^\/assets\/[\w.-]+$/;

/** Whether a request is for what people look at, which has a policy of its own, and not for the API. */
export function isPage({ req: { path } }: { readonly req: { readonly path: string } }): boolean {
  return path === '/' || path === '/icon.svg' || path === '/docs' || path.startsWith('/assets/') || path.startsWith('/docs/');
}

/** The page may load what this service sends and nothing else, runs no script that stands in it, and is shown in no other page. */
const PAGE_HEADERS = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    // Pictures of cited places come with a reason where there is none to show, so the page fetches them.
    imgSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  strictTransportSecurity: false,
});

/** Sends the page as it was built into `folder`; where it was not built it is said how to. */
export function addPage(http: HttpApp, folder: string): void {
  for (const path of ['/', '/icon.svg', '/assets/*']) http.use(path, PAGE_HEADERS);
  http.get('/', async (context) => {
    if (existsSync(join(folder, 'index.html'))) return send(context, 'index.html', 'no-cache');
    return context.text(NOT_BUILT, 503);
  });
  http.get('/icon.svg', (context) => send(context, 'icon.svg', 'no-cache'));
  http.get('/assets/:file', (context) => send(context, context.req.path.slice(1), NAMED_BY_CONTENT));

  async function send(context: HttpContext, name: string, caching: string): Promise<Response> {
    const path = join(folder, name);
    const isThere = (name === 'index.html' || name === 'icon.svg' || ASSET.test(`/${name}`)) && existsSync(path);
    if (!isThere || !(await stat(path)).isFile()) {
      return sendProblem(context, new FaultlineError('not-found', 'The page has no such file; open / again.'));
    }
    return context.body(new Uint8Array(await readFile(path)), 200, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'cache-control': caching,
    });
  }
}
