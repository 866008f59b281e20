import { same } from '../bilingual.ts';
import { pointCells } from '../lockout/isolation-points.ts';
import type { Random } from '../random.ts';
import { atom, type GoldDraft, type GoldInput, placesOf } from './gold-input.ts';
import type { GoldPlace } from './gold-question.ts';

export function isolationQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const plans = input.lockout.plans.map(
    (plan): GoldDraft => ({
      intent: 'safety-isolation',
      wordings: {
        en: [`Which points do I have to isolate before I work on ${plan.asset}?`, `What has to be locked out for work on ${plan.asset}?`],
        zh: [`在 ${plan.asset} 上作业前要隔离哪些点？`, `检修 ${plan.asset} 需要上锁哪些隔离点？`],
      },
      atoms: plan.points.map((point) => atom('identifier', same(point.tag))),
      places: plan.points.flatMap((point) => rowPlaces(input, point)),
      every: true,
    }),
  );
  const points = random.sample(
    input.lockout.plans.flatMap((plan) =>
      plan.points.filter(({ tag }) => tag !== input.plant.tags.drive).map((point) => ({ plan, point })),
    ),
    2,
  );
  const positions = points.map(
    ({ plan, point }): GoldDraft => ({
      intent: 'safety-isolation',
      wordings: {
        en: [
          `In which position is ${point.tag} secured when ${plan.asset} is isolated?`,
          `How must ${point.tag} be left for the isolation of ${plan.asset}?`,
        ],
        zh: [`隔离 ${plan.asset} 时 ${point.tag} 应处于什么状态？`],
      },
      atoms: [atom('phrase', point.position)],
      places: rowPlaces(input, point),
    }),
  );
  const { tags } = input.plant;
  const wait: GoldDraft = {
    intent: 'safety-isolation',
    wordings: {
      en: [`How long do I wait after switching ${tags.drive} off before I open the cover?`],
      zh: [`${tags.drive} 断电后要等多久才能开盖？`],
    },
    atoms: [atom('quantity', input.plant.values.driveWait)],
    places: [
      ...placesOf(input, ['safety.drive-wait', 'procedure.drive-filter.warning.0']),
      ...input.lockout.plans
        .flatMap((plan) => plan.points.filter(({ tag }) => tag === tags.drive))
        .flatMap((point) => rowPlaces(input, point)),
    ],
  };
  return [...plans, ...positions, wait];
}

/** The row of a point in both language versions; the cells joined by tabs. */
function rowPlaces({ files }: GoldInput, point: Parameters<typeof pointCells>[0]): GoldPlace[] {
  const cells = pointCells(point);
  return [
    { file: files.lockoutEn, quote: cells.map(({ en }) => en).join('\t') },
    { file: files.lockoutZh, quote: cells.map(({ zh }) => zh).join('\t') },
  ];
}
