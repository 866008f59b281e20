import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, type DecisionId, FaultlineError, type StoredPassage } from '../kernel/index.ts';
import type { Application } from './application.ts';
import { listReviews } from './commands/list-reviews.ts';
import { makeDecision, undoDecision } from './commands/make-decision.ts';
import { workJobs } from './commands/work-jobs.ts';
import { readerAccess } from './reader-access.ts';
import { knowledgeOf, rebuiltProjections, wholeState } from './test-support/whole-state.ts';
import { CALLER, ingest, NEVER, remove, type SmallDocument, withApplication } from './test-support/workspace.ts';

const DOCUMENTS: readonly SmallDocument[] = [
  {
    uri: 'pump.md',
    text: '# 冷却水泵 P-101A\n\n| 参数 | 数值 | 单位 |\n|---|---|---|\n| 设计压力 | 1.6 | MPa |\n| 流量 | 8O | m³/h |\n\n冷却水泵 P-101A 振动偏大。\n',
  },
  { uri: 'note.md', text: 'Cooling water pump P-1O1A vibrates. High vibration is caused by bearing wear.\n\n冷却水泵 P-101B 运行正常。\n' },
  { uri: 'log.csv', text: '日期,设备,经过\n2024-01-05,P-101A,密封泄漏\n2024-13-45,P-101B,bearing wear\n2024-02-06,P-101A,轴承磨损\n' },
  { uri: 'modes.csv', text: 'Failure mode,Effect,Severity\nExternal leakage,Shutdown,7\n' },
];
const WORDS = ['16', 'P-101A', '密封泄漏', '2024-03-15', 'seal leak'];
const ROLES = ['text', 'note', 'component', null] as const;
const REASON = 'a law 一条规律';

type Action =
  | { readonly kind: 'ingest' | 'delete'; readonly nth: number }
  | { readonly kind: 'text' | 'column' | 'pair' | 'fact'; readonly nth: number; readonly choice: number }
  | { readonly kind: 'undo'; readonly nth: number };
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constantFrom('ingest' as const, 'delete' as const), nth: fc.nat({ max: DOCUMENTS.length - 1 }) }),
  fc.record({
    kind: fc.constantFrom('text' as const, 'column' as const, 'pair' as const, 'fact' as const),
    nth: fc.nat(),
    choice: fc.nat(),
  }),
  fc.record({ kind: fc.constant('undo' as const), nth: fc.nat() }),
);

const at = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % Math.max(1, items.length)];

async function passagesOf(application: Application): Promise<readonly StoredPassage[]> {
  const access = await readerAccess(application, CALLER);
  const documents = await application.ledger.passages.documents(access);
  const passages = await Promise.all(documents.map(({ version }) => application.ledger.passages.range(access, version.id, 0, 1_000)));
  return passages.flat();
}

/** A decision that a person could make on what is there; undefined where nothing of the kind is. */
async function propose(
  application: Application,
  { kind, nth, choice }: Extract<Action, { choice: number }>,
): Promise<Exclude<Decision, { kind: 'undo' }> | undefined> {
  const cells = (await passagesOf(application)).flatMap(({ passage }) => (passage.cells ?? []).map((cell) => ({ passage, cell })));
  switch (kind) {
    case 'text': {
      const found = at(cells, nth);
      if (found === undefined) return undefined;
      const { id, versionId, text } = found.passage;
      const { start, end } = found.cell;
      return {
        kind: 'correct-text',
        version: versionId,
        passage: id,
        start,
        end,
        read: text.slice(start, end),
        text: at(WORDS, choice) ?? '',
      };
    }
    case 'column': {
      const found = at(cells, nth);
      if (found === undefined) return undefined;
      const [anchor] = found.passage.anchors;
      const table = anchor?.kind === 'row' ? anchor.sheet : (found.passage.headings.at(-1) ?? '');
      return {
        kind: 'correct-column',
        version: found.passage.versionId,
        table,
        column: found.cell.column,
        role: at(ROLES, choice) ?? null,
      };
    }
    case 'pair': {
      const keys = (await knowledgeOf(application)).map((line) => JSON.parse(line) as { line: string; id: string; type: string });
      const first = at(
        keys.filter(({ line }) => line === 'key'),
        nth,
      );
      const second = at(
        keys.filter(({ line, type, id }) => line === 'key' && type === first?.type && id !== first.id),
        choice,
      );
      if (first === undefined || second === undefined) return undefined;
      const [a, b] = [first.id, second.id].sort();
      return { kind: choice % 3 === 0 ? 'cannot-link' : 'must-link', a, b } as Decision as Exclude<Decision, { kind: 'undo' }>;
    }
    case 'fact': {
      const { reviews: held } = await listReviews(application, CALLER, { kind: 'quarantined-fact', limit: 100 });
      const proposal = at(at(held, nth)?.proposals ?? [], choice);
      return proposal?.kind === 'undo' ? undefined : proposal;
    }
  }
}

/** Runs what can be run of the actions; gives the decisions in their order and the documents that are left. */
async function run(application: Application, actions: readonly Action[]) {
  const log: Decision[] = [];
  const made: DecisionId[] = [];
  const present = new Set<SmallDocument>();
  for (const action of actions) {
    if (!('choice' in action) && action.kind !== 'undo') {
      const document = DOCUMENTS[action.nth];
      if (document === undefined) continue;
      if (action.kind === 'ingest') await ingest(application, document);
      else await remove(application, document.uri);
      if (action.kind === 'ingest') present.add(document);
      else present.delete(document);
      continue;
    }
    const target = action.kind === 'undo' ? at(made, action.nth) : undefined;
    const decision: Decision | undefined =
      action.kind === 'undo' ? (target === undefined ? undefined : { kind: 'undo', undoes: target }) : await propose(application, action);
    if (decision === undefined) continue;
    try {
      // As it is kept: what is said of a column holds for its form.
      const { id, decision: kept } =
        decision.kind === 'undo'
          ? await undoDecision(application, CALLER, { id: decision.undoes, reason: REASON }, NEVER)
          : await makeDecision(application, CALLER, { decision, reason: REASON }, NEVER);
      made.push(id);
      log.push(kept);
    } catch (error) {
      // The same words or role again, or undone twice: nothing was decided.
      if (!(error instanceof FaultlineError && (error.code === 'invalid-request' || error.code === 'conflict'))) throw error;
    }
    await workJobs(application, {}, NEVER);
  }
  return { log, made, present: [...present] };
}

const fresh = (log: readonly Decision[], documents: readonly SmallDocument[]) =>
  withApplication(async (application) => {
    for (const decision of log) {
      await application.ledger.decisions.decide(CALLER.tenant, { decision, actor: CALLER.actor, reason: REASON });
    }
    for (const document of documents) await ingest(application, document);
    return knowledgeOf(application);
  });

describe('decisions of all kinds over documents that come and go', () => {
  it('give what they would have given from the start, on ledger, index and graph, and leave nothing when all are undone', {
    timeout: 900_000,
  }, async () => {
    const started = DOCUMENTS.map((_, nth): Action => ({ kind: 'ingest', nth }));
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(anyAction, { minLength: 4, maxLength: 9 }), (actions) =>
        withApplication(async (application) => {
          const { log, made, present } = await run(application, [...started, ...actions]);
          for (const { kind } of log) kinds.add(kind);
          const state = await wholeState(application);
          expect(state.knowledge).toEqual(await fresh(log, present));
          expect(state.projections).toEqual(await rebuiltProjections(application));
          for (const id of [...made].reverse()) {
            const found = await application.ledger.decisions.find(CALLER.tenant, id);
            if (found?.decision.kind === 'undo' || found?.state === 'undone') continue;
            await undoDecision(application, CALLER, { id, reason: REASON }, NEVER);
          }
          await workJobs(application, {}, NEVER);
          expect(await knowledgeOf(application)).toEqual(await fresh([], present));
        }),
      ),
      {
        numRuns: 5,
        seed: 20_241,
        endOnFailure: true,
        examples: [
          [
            [
              { kind: 'text', nth: 1, choice: 0 },
              { kind: 'column', nth: 8, choice: 0 },
              { kind: 'pair', nth: 3, choice: 1 },
              { kind: 'fact', nth: 0, choice: 0 },
              { kind: 'delete', nth: 0 },
              { kind: 'ingest', nth: 0 },
            ],
          ],
        ],
      },
    );
    // The example alone makes one of each.
    for (const kind of ['correct-text', 'correct-column', 'must-link', 'accept-fact']) expect([...kinds]).toContain(kind);
  });
});
