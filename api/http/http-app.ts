import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Identity } from '../../app/index.ts';
import type { Caller, TracePlace } from '../../kernel/index.ts';

/** What the middleware puts into each request. */
export interface HttpEnvironment {
  readonly Variables: {
    readonly requestId: string;
    readonly caller: Caller;
    readonly identity: Identity;
    /** Of what is done for the request; absent where it is not traced. */
    readonly trace?: TracePlace;
  };
}

export type HttpApp = OpenAPIHono<HttpEnvironment>;
export type HttpContext = Context<HttpEnvironment>;
