import { accepts } from 'hono/accepts';
import { secureHeaders } from 'hono/secure-headers';
import { API_INFO } from '../api-info.ts';
import type { HttpApp, HttpContext } from '../http-app.ts';
import { REFERENCE_STYLE } from './reference-style.ts';
import type { ReferenceLanguage } from './reference-words.ts';
import { renderReference } from './render-reference.ts';

/** Nothing runs in it; it loads its style sheet and its sign from here and nothing else. */
const HEADERS = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
});

/** Sends the description of the API as a page, at `/docs` in the language that the browser asks for. Add it after all routes. */
export function addReference(http: HttpApp): void {
  const pages = new Map<ReferenceLanguage, Promise<string>>();
  http.use('/docs/*', HEADERS);
  http.get('/docs', (context) => send(context, preferred(context)));
  http.get('/docs/en', (context) => send(context, 'en'));
  http.get('/docs/zh', (context) => send(context, 'zh'));
  http.get('/docs/style.css', (context) => context.body(REFERENCE_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));

  /** Made when it is first asked for, since the routes of a running service stay as they are. */
  async function send(context: HttpContext, language: ReferenceLanguage): Promise<Response> {
    const page = pages.get(language) ?? renderReference(http.getOpenAPI31Document(API_INFO), language);
    pages.set(language, page);
    return context.html(await page, 200, { 'cache-control': 'no-cache', vary: 'accept-language' });
  }
}

function preferred(context: HttpContext): ReferenceLanguage {
  const tag = accepts(context, {
    header: 'Accept-Language',
    supports: ['en', 'zh'],
    default: 'en',
    match: (wanted) => [...wanted].sort((a, b) => b.q - a.q).find(({ type }) => /^(zh|en)\b/i.test(type))?.type ?? 'en',
  });
  return /^zh/i.test(tag) ? 'zh' : 'en';
}
