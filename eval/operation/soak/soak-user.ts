import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Random } from '../../../datasets/index.ts';
import { assertNever, parseJson } from '../../../kernel/index.ts';
import { drawDocument, drawQuestion, drawWords } from '../../suites/cluster/draw-document.ts';
import { get, type HttpAnswer, type HttpRequest, post } from '../http/http-request.ts';
import type { SoakKind, SoakSite } from './soak-site.ts';
import type { CallTally } from './tally-calls.ts';

/** Somebody at work: asks, searches, looks at pages, sends documents and takes old ones away, with pauses. */
export interface SoakUser {
  readonly name: string;
  readonly key: string;
  readonly random: Random;
  readonly questions: readonly string[];
}

/** How often each is done beside the others. */
const WEIGHTS: Readonly<Record<SoakKind, number>> = {
  ask: 26,
  search: 20,
  upload: 10,
  delete: 8,
  list: 6,
  document: 10,
  passages: 10,
  picture: 4,
  entities: 6,
};
/** Of the own documents: from then on old ones go before new ones come, so that the site does not grow with time. */
const MOST_OWN = 6;
const LEAST_OWN = 2;
const PAUSE_MILLISECONDS = { least: 300, most: 2_000 };
const AWAY_MILLISECONDS = 200;
const MOST_PASSAGES = 500;

const uploadShape = z.object({ document: z.object({ id: z.string() }) });
const hitsShape = z.object({ hits: z.array(z.object({ passageId: z.string() })) });

/** Works until the signal ends it; every call is counted, and what is neither 2xx nor 429 nor meant to be is a fault. */
export async function soakUser(
  site: SoakSite,
  { name, key, random, questions }: SoakUser,
  tally: CallTally,
  onFault: (fault: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const own: string[] = [];
  let sent = 0;

  while (!signal.aborted) {
    const { http } = site;
    if (http === undefined) {
      await pause(AWAY_MILLISECONDS);
      continue;
    }
    const kind = drawKind();
    const target = kind === 'delete' ? own.shift() : undefined;
    const asked = draw(kind, target);
    if (target !== undefined) {
      site.acknowledged.delete(target);
      site.unsure.add(target);
    }
    const begun = performance.now();
    try {
      const answer = await http.send(asked, key);
      tally.note(kind, answer.status, performance.now() - begun);
      take(kind, target, asked, answer);
    } catch (error) {
      // A call that the kill cut off; one that breaks while the service stays is a fault.
      if (site.http === http) onFault(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      else tally.noteBroken(kind);
    }
    await pause(random.integer(PAUSE_MILLISECONDS.least, PAUSE_MILLISECONDS.most));
  }

  function drawKind(): SoakKind {
    let at = random.next() * Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
    for (const [kind, weight] of Object.entries(WEIGHTS) as [SoakKind, number][]) {
      at -= weight;
      if (at >= 0) continue;
      if (kind === 'upload' && own.length >= MOST_OWN) return 'delete';
      if (kind === 'delete' && own.length <= LEAST_OWN) return 'upload';
      if (kind === 'picture' && site.passages.length === 0) return 'search';
      return kind;
    }
    return 'ask';
  }

  function draw(kind: SoakKind, target: string | undefined): HttpRequest {
    switch (kind) {
      case 'ask':
        return post('/v1/answers', { question: random.chance(0.5) ? random.pick(questions) : drawQuestion(random) });
      case 'search':
        return post('/v1/search', { query: drawWords(random), k: 10 });
      case 'upload': {
        sent += 1;
        const file = `${name}-${sent}.${random.pick(['md', 'md', 'csv', 'txt'])}`;
        return { method: 'POST', path: '/v1/documents', file: { name: file, text: `${drawDocument(file, random)}\n${file}\n` } };
      }
      case 'delete':
        return { method: 'DELETE', path: `/v1/documents/${target ?? ''}` };
      case 'list':
        return get(random.pick(['/v1/documents', '/v1/jobs', '/v1/reviews']), { limit: 50 });
      case 'document':
        return get(`/v1/documents/${anyDocument()}`);
      case 'passages':
        return get(`/v1/documents/${anyDocument()}/passages`, { limit: 50 });
      case 'picture':
        return get(`/v1/passages/${random.pick(site.passages)}/picture`);
      case 'entities':
        return get('/v1/entities', { name: drawWords(random).slice(0, 8), limit: 20 });
      default:
        return assertNever(kind);
    }
  }

  function anyDocument(): string {
    return site.acknowledged.size === 0 ? `doc_${'0'.repeat(32)}` : random.pick([...site.acknowledged]);
  }

  function take(kind: SoakKind, target: string | undefined, asked: HttpRequest, { status, body }: HttpAnswer): void {
    // What another has deleted meanwhile is not there: that is an answer too.
    const isGone = status === 404 && (kind === 'document' || kind === 'passages' || kind === 'picture');
    if (status >= 300 && status !== 429 && !isGone)
      onFault(`${asked.method} ${asked.path.replace(/[0-9a-f]{32}/, '…')}: ${status} ${body.toString('utf8').slice(0, 200)}`);
    const told = status < 300 && (kind === 'upload' || kind === 'search') ? parseJson(body.toString('utf8')) : undefined;
    if (kind === 'upload' && status === 202) {
      const { id } = uploadShape.parse(told).document;
      own.push(id);
      site.acknowledged.add(id);
    }
    if (kind === 'delete' && target !== undefined) {
      if (status === 204) {
        site.unsure.delete(target);
        site.deleted.add(target);
      } else if (status === 429) {
        site.unsure.delete(target);
        site.acknowledged.add(target);
        own.push(target);
      }
    }
    if (kind === 'search' && status === 200) {
      site.passages.push(...hitsShape.parse(told).hits.map(({ passageId }) => passageId));
      site.passages.splice(0, Math.max(0, site.passages.length - MOST_PASSAGES));
    }
  }

  async function pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}
