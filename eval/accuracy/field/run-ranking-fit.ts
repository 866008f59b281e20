import { type Application, configuredCaller, loadConfig, openApplication, withoutServers } from '../../../app/index.ts';
import type { Caller } from '../../../kernel/index.ts';
import { linkCodes, RANKING_FEATURES, type RankingFeature, recallParts } from '../../../retrieval/index.ts';
import type { FieldQuestion } from './field-question.ts';
import { fitRanking, type RankingSample, rankOfGold } from './fit-ranking.ts';
import { heldOutGroup } from './held-out-group.ts';
import { placeInStore } from './place-in-store.ts';

export interface RankingFit {
  readonly weights: Readonly<Record<RankingFeature, number>>;
  readonly rows: readonly RankingShares[];
}

/** Shares of some questions whose first gold passage is among the first so many, by weights that others' questions gave. */
export interface RankingShares {
  readonly without: RankingFeature | 'none';
  readonly of: string;
  readonly questions: number;
  readonly at: Readonly<Record<number, number>>;
}

const DEPTHS = [1, 5, 10, 20];
/** Candidates of a question, as the ranking before them has them first. */
const DEEPEST = 400;
const ALONE_TURN = 1;

/**
 * Learns the weights of ranking from questions that can be understood alone, over the documents of a data folder that the field
 * suite has read. The shares are of questions that the weights were not learnt from: those of each public set by weights
 * of the others (`held-out-group.ts`), with all features and, for an ablation, with each left out.
 */
export async function runRankingFit(
  home: string,
  questions: readonly FieldQuestion[],
  ablation: boolean,
  signal: AbortSignal,
): Promise<RankingFit> {
  const application = await openApplication(loadConfig({ home }, withoutServers()));
  try {
    const samples = await gather(application, questions, signal);
    const all = fitRanking(
      samples.map(({ sample }) => sample),
      RANKING_FEATURES.length,
    );
    const weights = Object.fromEntries(RANKING_FEATURES.map((name, at) => [name, all[at] ?? 0])) as Record<RankingFeature, number>;
    const rows = [undefined, ...(ablation ? RANKING_FEATURES : [])].flatMap((without) => sharesOf(samples, without));
    return { weights, rows };
  } finally {
    await application.close();
  }
}

interface GroupedSample {
  readonly question: FieldQuestion;
  readonly group: string;
  readonly sample: RankingSample;
}

async function gather(application: Application, questions: readonly FieldQuestion[], signal: AbortSignal): Promise<GroupedSample[]> {
  const caller: Caller = configuredCaller(application.config);
  const { placesOf } = await placeInStore(application, questions, () => undefined);
  const { embedder, grammar, ledger, index, graph } = application;
  const stores = { passages: ledger.passages, keys: ledger.keys, index, graph, embedder, grammar };
  const access = await ledger.accessFor(caller.tenant, 'all');
  const samples: GroupedSample[] = [];
  for (const question of questions) {
    const gold = new Set(placesOf(question).flat());
    if (question.turn > ALONE_TURN || !question.answerable || gold.size === 0) continue;
    const query = { ...(await linkCodes(stores, access, question.question)), parts: [{ n: DEEPEST }] };
    const hits = (await recallParts(stores, access, query, signal)).parts.flat();
    samples.push({
      question,
      group: heldOutGroup(question),
      sample: {
        rows: Float64Array.from(hits.flatMap(({ features }) => RANKING_FEATURES.map((name) => features[name]))),
        isGold: hits.map(({ stored }) => gold.has(stored.passage.id)),
      },
    });
  }
  return samples;
}

function sharesOf(samples: readonly GroupedSample[], without: RankingFeature | undefined): RankingShares[] {
  const at = without === undefined ? -1 : RANKING_FEATURES.indexOf(without);
  const kept = samples.map(({ sample, ...one }) => ({
    ...one,
    sample: { ...sample, rows: sample.rows.map((value, place) => (place % RANKING_FEATURES.length === at ? 0 : value)) },
  }));
  const ranked = [...new Set(kept.map(({ group }) => group))].flatMap((group) => {
    const others = kept.filter((one) => one.group !== group).map(({ sample }) => sample);
    const weights = fitRanking(others, RANKING_FEATURES.length);
    return kept
      .filter((one) => one.group === group)
      .map(({ question, sample }) => ({ question, rank: rankOfGold(sample, weights) ?? Number.POSITIVE_INFINITY }));
  });
  return GROUPS.flatMap(({ of, holds }): RankingShares[] => {
    const ranks = ranked.filter(({ question }) => holds(question)).map(({ rank }) => rank);
    if (ranks.length === 0) return [];
    const shares = DEPTHS.map((depth) => [depth, ranks.filter((rank) => rank <= depth).length / ranks.length]);
    return [{ without: without ?? 'none', of, questions: ranks.length, at: Object.fromEntries(shares) }];
  });
}

const GROUPS: readonly { readonly of: string; readonly holds: (question: FieldQuestion) => boolean }[] = [
  { of: 'all', holds: () => true },
  { of: 'zh', holds: ({ language }) => language === 'zh' },
  { of: 'en', holds: ({ language }) => language === 'en' },
  { of: 'mixed', holds: ({ language }) => language === 'mixed' },
  { of: 'across languages', holds: ({ crossLanguage }) => crossLanguage },
];
