import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';

/** What the middleware puts into each request. */
export interface HttpEnvironment {
  readonly Variables: { readonly requestId: string };
}

export type HttpApp = OpenAPIHono<HttpEnvironment>;
export type HttpContext = Context<HttpEnvironment>;
