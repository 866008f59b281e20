import { OpenAPIHono } from '@hono/zod-openapi';
import { except } from 'hono/combine';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Application } from '../../app/index.ts';
import { describeApi } from './describe-api.ts';
import { guardOrigin } from './guard-origin.ts';
import { handleError, refuseInvalid } from './handle-error.ts';
import type { HttpApp, HttpEnvironment } from './http-app.ts';
import { limitJson } from './limit-json.ts';
import { logRequests } from './log-requests.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { addAnswers } from './routes/answers.ts';
import { addDocumentContent } from './routes/document-content.ts';
import { addDocuments } from './routes/documents.ts';
import { addEntities } from './routes/entities.ts';
import { addExtract } from './routes/extract.ts';
import { addHealth } from './routes/health.ts';
import { addJobs } from './routes/jobs.ts';
import { addRecords } from './routes/records.ts';
import { addSearch } from './routes/search.ts';
import { addUploadDocument } from './routes/upload-document.ts';
import { addVerify } from './routes/verify.ts';

export interface HttpOptions {
  /** Names a request whose caller gave it no name. */
  readonly newRequestId: () => string;
  /** A document waits to be read. */
  readonly onUpload: () => void;
  /** The service stops. */
  readonly signal: AbortSignal;
}

/** The HTTP surface over the commands of an application: schema → command → presentation, no logic of its own. */
export function createHttpApp(application: Application, { newRequestId, onUpload, signal }: HttpOptions): HttpApp {
  const http = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseInvalid });
  http.use(requestId({ generator: newRequestId, limitLength: 64 }));
  http.use(logRequests(application));
  http.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
      strictTransportSecurity: false,
    }),
  );
  http.use((context, next) => {
    context.header('cache-control', 'no-store');
    return next();
  });
  http.use(guardOrigin(application.config.host));
  http.use(except(isUpload, limitJson()));

  addUploadDocument(http, application, onUpload);
  addDocuments(http, application, signal);
  addDocumentContent(http, application);
  addJobs(http, application);
  addAnswers(http, application);
  addSearch(http, application);
  addVerify(http);
  addExtract(http, application);
  addEntities(http, application);
  addRecords(http, application);
  addHealth(http, application);
  describeApi(http);

  http.notFound(refuseUnknown(http));
  http.onError(handleError(application.logger));
  return http;
}

/** An upload has a limit of its own and must not be read before its route reads it. */
function isUpload(context: { readonly req: { readonly method: string; readonly path: string } }): boolean {
  return context.req.method === 'POST' && context.req.path === '/v1/documents';
}
