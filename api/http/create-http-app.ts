import { OpenAPIHono } from '@hono/zod-openapi';
import { except } from 'hono/combine';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { guardService, type KeyRing, openIssuer, packageFile, type Service, type SessionRing, systemClock } from '../../app/index.ts';
import type { Clock } from '../../kernel/index.ts';
import { describeApi } from './describe-api.ts';
import { guardOrigin } from './guard-origin.ts';
import { handleError, refuseInvalid } from './handle-error.ts';
import type { HttpApp, HttpEnvironment } from './http-app.ts';
import { knowCaller } from './know-caller.ts';
import { limitCaller } from './limit-caller.ts';
import { limitJson } from './limit-json.ts';
import { logRequests } from './log-requests.ts';
import { openMetrics } from './metrics.ts';
import { addReference } from './reference/serve-reference.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { addAccounts } from './routes/accounts.ts';
import { addAnswerFile } from './routes/answer-file.ts';
import { addAnswers } from './routes/answers.ts';
import { addAudit } from './routes/audit.ts';
import { addConversations } from './routes/conversations.ts';
import { addDecisions } from './routes/decisions.ts';
import { addDiagnoses } from './routes/diagnoses.ts';
import { addDoctor } from './routes/doctor.ts';
import { addDocumentContent } from './routes/document-content.ts';
import { addDocuments } from './routes/documents.ts';
import { addEntities } from './routes/entities.ts';
import { addEvaluations } from './routes/evaluations.ts';
import { addExtract } from './routes/extract.ts';
import { addFeedback } from './routes/feedback.ts';
import { addHealth } from './routes/health.ts';
import { addIssuer } from './routes/issuer.ts';
import { addJobEvents } from './routes/job-events.ts';
import { addJobs } from './routes/jobs.ts';
import { addKeys } from './routes/keys.ts';
import { addMcp } from './routes/mcp.ts';
import { addMetrics } from './routes/metrics.ts';
import { addNormalise } from './routes/normalise.ts';
import { addOpenAi } from './routes/openai.ts';
import { addPassagePicture } from './routes/passage-picture.ts';
import { addPhotos } from './routes/photos.ts';
import { addRecords } from './routes/records.ts';
import { addReviews } from './routes/reviews.ts';
import { addSearch } from './routes/search.ts';
import { addSession } from './routes/session.ts';
import { addUploadDocument } from './routes/upload-document.ts';
import { addVerify } from './routes/verify.ts';
import { addPage, isPage } from './serve-page.ts';
import { takeTurns } from './take-turns.ts';
import { traceRequests } from './trace-requests.ts';

export interface HttpOptions {
  /** Names a request whose caller gave it no name. */
  readonly newRequestId: () => string;
  /** Tells whose key a request shows. */
  readonly keys: KeyRing;
  /** Tells who is signed in. */
  readonly sessions: SessionRing;
  /** Gives so many random bytes, for keys and sessions. */
  readonly random: (bytes: number) => Uint8Array;
  /** Absent: that of this machine. */
  readonly clock?: Clock;
  /** By which the issuer of the configuration is asked; absent: that of this machine. */
  readonly fetch?: typeof globalThis.fetch;
  /** The service stops. */
  readonly signal: AbortSignal;
  /** This is the one surface of its process, whose memory and event loop it measures. */
  readonly isProcess?: boolean;
  /** Folder of the built page; absent: that of this package. */
  readonly page?: string;
}

/** The HTTP surface over the commands: schema → command → presentation, no logic of its own. */
export function createHttpApp(
  unguarded: Service,
  {
    newRequestId,
    random,
    keys,
    sessions,
    signal,
    clock = systemClock,
    fetch = globalThis.fetch,
    isProcess = false,
    page = packageFile('dist', 'web'),
  }: HttpOptions,
): HttpApp {
  const service = guardService(unguarded);
  const { oidcIssuer } = service.config;
  const http = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseInvalid });
  http.use(except(['/livez', '/readyz'], takeTurns()));
  http.use(requestId({ generator: newRequestId, limitLength: 64 }));
  const metrics = openMetrics(service, isProcess);
  http.use(logRequests(service.logger, metrics));
  if (service.telemetry !== undefined) {
    http.use(traceRequests(service.telemetry, random));
    service.telemetry.measure(metrics.read);
  }
  http.use(
    except(
      isPage,
      secureHeaders({
        contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
        strictTransportSecurity: false,
      }),
    ),
  );
  http.use((context, next) => {
    context.header('cache-control', 'no-store');
    return next();
  });
  http.use(guardOrigin(service.config));
  http.use(knowCaller({ keys, sessions }, service.config.tenant));
  http.use(limitCaller(service.config, clock));
  http.use(except(isUpload, limitJson()));

  addUploadDocument(http, service, signal);
  addDocuments(http, service, signal);
  addDocumentContent(http, service);
  addPassagePicture(http, service);
  addJobs(http, service, signal);
  addJobEvents(http, service, signal);
  addAnswers(http, service);
  addAnswerFile(http, service);
  addOpenAi(http, service, clock);
  addMcp(http, service);
  addConversations(http, service);
  addFeedback(http, service);
  addDiagnoses(http, service, clock);
  addPhotos(http, service);
  addSearch(http, service);
  addVerify(http, service);
  addExtract(http, service);
  addNormalise(http, service);
  addEntities(http, service);
  addRecords(http, service);
  addReviews(http, service);
  addDecisions(http, service);
  addEvaluations(http, service);
  addSession(http, { service, sessions, random }, clock);
  addIssuer(
    http,
    { service, sessions, random },
    oidcIssuer === undefined ? undefined : openIssuer(service.config, oidcIssuer, { fetch, clock, random }),
  );
  addKeys(http, service, { keys, random });
  addAccounts(http, { service, sessions, random }, keys);
  addAudit(http, service);
  addDoctor(http, service);
  addHealth(http, service);
  addMetrics(http, metrics);
  addPage(http, page);
  describeApi(http);
  addReference(http);

  http.notFound(refuseUnknown(http));
  http.onError(handleError(service.logger));
  return http;
}

/** An upload has a limit of its own and must not be read before its route reads it. */
function isUpload(context: { readonly req: { readonly method: string; readonly path: string } }): boolean {
  const { method, path } = context.req;
  return (
    (method === 'POST' && (path === '/v1/documents' || path === '/v1/photos/read')) ||
    (method === 'PUT' && path.startsWith('/v1/documents/'))
  );
}
