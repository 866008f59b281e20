import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { searchPassages } from './commands/search-passages.ts';
import { CALLER, ingest, NEVER, withApplication } from './test-support/workspace.ts';

const NOTES = { uri: '巡检.txt', text: '泵 P-101 的轴承过热。The bearing of P-101 runs hot.\n' };
/** Half of it is long enough for an answer on a busy machine. */
const PATIENT = 12_000;
const HASTY = 300;

const hang = () => new Promise<never>(() => undefined);

function within(application: Application, answerMilliseconds: number, changed: Partial<Application>): Application {
  return { ...application, ...changed, config: { ...application.config, answerMilliseconds } };
}

describe('the time of one answer', () => {
  it.each(['P-101 的轴承怎么了？', 'What is known of the bearing of P-101?'])(
    '%s is answered in it without the stores that do not answer, and that is said',
    async (question) => {
      await withApplication(async (whole) => {
        await ingest(whole, NOTES);
        const graph = { ...whole.graph, neighbours: hang, revision: hang };
        const index = { ...whole.index, candidates: hang, cosines: hang, revision: hang };
        const application = within(whole, PATIENT, { graph, index });
        const [{ content, envelope }, { hits, degraded }] = await Promise.all([
          askQuestion(application, CALLER, { question }, NEVER),
          searchPassages(application, CALLER, { query: question, k: 3 }, NEVER),
        ]);
        expect(content.degraded).toEqual(['no-graph', 'no-index']);
        expect(envelope.lacking).toEqual(content.degraded.map((what) => ({ what, why: 'late' })));
        expect(hits.length).toBeGreaterThan(0);
        expect(degraded).toEqual(['no-graph', 'no-index']);
      });
    },
    4 * PATIENT,
  );

  it('is spent on a store that is down once, however often an answer would read it', async () => {
    await withApplication(async (whole) => {
      await ingest(whole, NOTES);
      let asked = 0;
      const neighbours = async () => {
        asked += 1;
        throw new FaultlineError('store-unavailable', 'The server cannot be reached.');
      };
      const application = within(whole, PATIENT, { graph: { ...whole.graph, neighbours } });
      const { content } = await askQuestion(application, CALLER, { question: 'P-101 轴承过热的原因是什么？' }, NEVER);
      expect(content.degraded).toEqual(['no-graph']);
      expect(asked).toBe(1);
    });
  });

  it('ends with a refusal that says so when the ledger does not answer', async () => {
    await withApplication(async (whole) => {
      const application = within(whole, HASTY, { ledger: { ...whole.ledger, accessFor: hang } });
      const refused = { code: 'deadline-exceeded', message: expect.stringContaining(`${HASTY} ms`) };
      await expect(askQuestion(application, CALLER, { question: '轴承' }, NEVER)).rejects.toMatchObject(refused);
      await expect(searchPassages(application, CALLER, { query: 'bearing', k: 3 }, NEVER)).rejects.toMatchObject(refused);
    });
  });

  it('is not what ends a question whose caller left', async () => {
    await withApplication(async (whole) => {
      const application = within(whole, PATIENT, { ledger: { ...whole.ledger, accessFor: hang } });
      const left = new AbortController();
      const waiting = askQuestion(application, CALLER, { question: '轴承' }, left.signal);
      left.abort(new Error('the caller left'));
      await expect(waiting).rejects.toThrow('the caller left');
    });
  });
});
