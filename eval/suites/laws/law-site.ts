import type { AnswerContent, AnswerRequest } from '../../../answering/index.ts';
import {
  type Application,
  askQuestion,
  configuredCaller,
  loadConfig,
  openApplication,
  receiveDocument,
  type Service,
  serveHere,
  workJobs,
} from '../../../app/index.ts';
import type { Caller, DocumentClaims, VersionRow } from '../../../kernel/index.ts';
import type { SharedTools } from '../removal/data-folder.ts';

export interface SiteOptions {
  /** Milliseconds since 1970 at the start; `setTime` moves it. */
  readonly now?: number;
}

/** A document of a law: its ending says its format. */
export interface LawDocument {
  readonly uri: string;
  readonly content: string | Uint8Array;
  readonly claims?: DocumentClaims;
}

/** A plant in a data folder of its own, with the few moves that laws are tried with. */
export interface LawSite {
  readonly application: Application;
  readonly service: Service;
  /** May read everything. */
  readonly caller: Caller;
  setTime(now: number): void;
  /** Takes a document in; without `wait` it is not read yet. */
  send(document: LawDocument, caller?: Caller): Promise<VersionRow>;
  /** Reads what waits, until every document has its outcome. */
  work(): Promise<void>;
  ask(question: string, request?: Omit<AnswerRequest, 'question' | 'history'>, caller?: Caller): Promise<AnswerContent>;
  close(): Promise<void>;
}

const START = Date.UTC(2026, 0, 1);

export async function openLawSite(home: string, tools: SharedTools, { now = START }: SiteOptions, signal: AbortSignal): Promise<LawSite> {
  let time = now;
  const application = await openApplication(loadConfig({ home, logLevel: 'silent' }, {}), { ...tools, clock: { now: () => time } });
  const everything = configuredCaller(application.config);
  return {
    application,
    service: serveHere(application),
    caller: everything,
    setTime(next) {
      time = next;
    },
    async send({ uri, content, claims = {} }, caller = everything) {
      const { version } = await receiveDocument(application, caller, { source: bytesOf(content), fileName: uri, uri, claims });
      return version;
    },
    async work() {
      await workJobs(application, { untilSettled: true }, signal);
    },
    async ask(question, request = {}, caller = everything) {
      return (await askQuestion(application, caller, { ...request, question }, signal)).content;
    },
    close: () => application.close(),
  };
}

async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}
