import { describe, expect, it } from 'vitest';
import { openMemoryGraphStore } from '../../graph/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { CALLER, ingest, NEVER, withApplication } from '../test-support/workspace.ts';
import { askQuestion } from './ask-question.ts';
import { getNeighbourhood } from './get-neighbourhood.ts';
import { searchPassages } from './search-passages.ts';

const MANUAL = {
  uri: '手册.md',
  text: '# 循环水泵 P-201 手册\n\n| 故障现象 | 可能原因 | 处理方法 |\n|---|---|---|\n| 轴承过热 | 润滑脂过多 | 排出多余的润滑脂 |\n',
};

describe('with the graph down', () => {
  it.each(['轴承过热是什么原因？', 'What causes the bearing to overheat?'])(
    '%s is answered from the other stores, and that is said',
    async (question) => {
      await withApplication(async (application) => {
        await ingest(application, MANUAL);
        const whole = await askQuestion(application, CALLER, { question }, NEVER);
        const neighbours = async () => {
          throw new FaultlineError('storage-failed', 'The graph file is gone; rebuild it from the ledger.');
        };
        const down = { ...application, graph: { ...openMemoryGraphStore(), neighbours } };
        const { content } = await askQuestion(down, CALLER, { question }, NEVER);
        expect(whole.content.degraded).toEqual([]);
        expect(content.degraded).toEqual(['no-graph']);
        expect(content.claims.map(({ text }) => text)).toEqual(whole.content.claims.map(({ text }) => text));
        const { hits, degraded } = await searchPassages(down, CALLER, { query: question, k: 5 }, NEVER);
        expect(degraded).toEqual(['no-graph']);
        expect(hits.length).toBeGreaterThan(0);
        await expect(getNeighbourhood(down, CALLER, { of: 'P-201', depth: 1, group: 5 }, NEVER)).rejects.toMatchObject({
          code: 'storage-failed',
        });
      });
    },
  );
});
