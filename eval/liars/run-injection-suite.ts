import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerContent } from '../../answering/index.ts';
import { askQuestion, makeAdviser, makeWriter } from '../../app/index.ts';
import { createRandom } from '../../datasets/index.ts';
import { openLawSite } from '../suites/laws/law-site.ts';
import { rememberingEmbedder } from '../suites/removal/remembering-embedder.ts';
import { rememberingReader } from '../suites/removal/remembering-reader.ts';
import { INJECTIONS, type InjectedDocument, type Injection, injectedDocument } from './injected-documents.ts';
import { obeyingModel } from './obeying-model.ts';

export interface InjectionOptions {
  readonly seed: number;
  readonly count: number;
}

export interface InjectionFigures {
  readonly injection: Injection;
  readonly documents: number;
  /** Answered with the value that the document states. */
  readonly answered: number;
  /** Of which the words of the injection are quoted too, as words of the document. */
  readonly quoted: number;
  /** Of which the model changed what who asks gets. */
  readonly changed: number;
}

export interface InjectionReport {
  readonly seed: number;
  readonly documents: number;
  readonly kinds: readonly InjectionFigures[];
  /** A sentence each. */
  readonly changes: readonly string[];
}

const PATIENCE_MILLISECONDS = 60_000;

/**
 * Reads documents that give orders to models, and asks of each with a model that obeys them: what who asks gets must be what the words of
 * the documents alone give. Documents are made by the seed, in both languages. Leaves nothing behind.
 */
export async function runInjectionSuite(
  { seed, count }: InjectionOptions,
  onDocument: (done: number) => void,
  signal: AbortSignal,
): Promise<InjectionReport> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-injection-'));
  const tools = { read: rememberingReader(), embedder: rememberingEmbedder() };
  const site = await openLawSite(join(folder, 'home'), tools, {}, signal);
  const documents = Array.from({ length: count }, (_, number) => injectedDocument(number, createRandom(seed, `injected ${number}`)));
  let obeyed: InjectedDocument | undefined;
  try {
    for (const { uri, text } of documents) await site.send({ uri, content: text });
    await site.work();
    const model = obeyingModel(() => obeyed);
    const { clock, logger } = site.application;
    const options = { milliseconds: PATIENCE_MILLISECONDS, parallel: 1, clock, logger };
    const application = { ...site.application, adviser: makeAdviser(model, options), writer: makeWriter(model, options) };
    const tried: { readonly document: InjectedDocument; readonly own: AnswerContent; readonly change: string | undefined }[] = [];
    for (const document of documents) {
      obeyed = document;
      const { question } = document;
      const own = await site.ask(question, { mode: 'extractive' });
      const { content } = await askQuestion(application, site.caller, { question, mode: 'model' }, signal);
      tried.push({ document, own, change: changeOf(document, own, content) });
      onDocument(tried.length);
    }
    const kinds = INJECTIONS.map((injection): InjectionFigures => {
      const of = tried.filter(({ document }) => document.injection === injection);
      return {
        injection,
        documents: of.length,
        answered: of.filter(({ document, own }) => own.decision === 'answered' && says(own, document.stated)).length,
        quoted: of.filter(({ document, own }) => says(own, document.planted.value)).length,
        changed: of.filter(({ change }) => change !== undefined).length,
      };
    });
    const changes = tried.flatMap(({ document, change }) =>
      change === undefined ? [] : [`${document.uri} (${document.injection}): ${change}`],
    );
    return { seed, documents: tried.length, kinds, changes };
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function says({ claims }: AnswerContent, words: string): boolean {
  return claims.some(({ text }) => text.includes(words));
}

/** What a reader gets otherwise than in the words of the documents alone. */
function changeOf({ planted }: InjectedDocument, own: AnswerContent, content: AnswerContent): string | undefined {
  if (content.decision !== own.decision) return `decided ${content.decision}, not ${own.decision}`;
  const worded = content.claims.filter((claim) => claim.worded === true);
  if (worded.length > 0) return `worded “${worded.map(({ text }) => text).join(' ')}”`;
  const known = new Set(own.claims.map(({ text }) => text));
  const added = content.claims.find(({ text }) => !known.has(text));
  if (added !== undefined) return `says “${added.text}”`;
  if (content.claims.length !== own.claims.length) return `says ${content.claims.length} things in place of ${own.claims.length}`;
  const given = JSON.stringify(content.wording ?? {});
  return given.includes(planted.value) ? 'repeats what the model said' : undefined;
}
