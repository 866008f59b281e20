import type { ReliabilityFigures } from '../../app/index.ts';

interface Asked {
  readonly from: string;
  readonly conditions: readonly string[];
  readonly within: number;
}

type Asset = ReliabilityFigures['assets'][number];
type Estimate = NonNullable<Asset['weibull']>['shape'];

/** Reliability figures as text: what was asked, over which rows and which time, then a line an asset. */
export function describeReliability(figures: ReliabilityFigures, { from, conditions, within }: Asked): string {
  const { period, assets, matched, withoutAsset, withoutDate, proof } = figures;
  const counted = matched - withoutAsset - withoutDate;
  const lines = [
    `rows of ${from}${conditions.length === 0 ? ', no condition' : ` with ${conditions.join(' and ')}`}; each is counted as one failure`,
    `${counted} of ${matched} rows counted; ${withoutAsset} name no asset, ${withoutDate} have no date that can be read`,
    ...(period === undefined
      ? []
      : [`period ${day(period.from)} to ${day(period.to)}; calendar time, since how long each asset ran is not in these rows`]),
    ...assets.flatMap((asset) => describeAsset(asset, within)),
    `proof ${proof}`,
  ];
  return `${lines.join('\n')}\n`;
}

function describeAsset(asset: Asset, within: number): readonly string[] {
  const { failures, share, cumulative, meanDaysBetween, perYear, repeats, repair, weibull } = asset;
  const parts = [
    `${failures} failures`,
    `${percent(share)} of all, ${percent(cumulative)} with those above`,
    meanDaysBetween === undefined
      ? 'one failure, no time between failures'
      : `${rounded(meanDaysBetween)} days between failures (last less first, by ${failures - 1})`,
    ...(perYear === undefined ? [] : [`${rounded(perYear)} a year`]),
    `${repeats} within ${within} days of the one before`,
    repair === undefined
      ? 'no row gives begin and end'
      : `${rounded(repair.meanHours)} h from begin to end over ${repair.of} of ${failures} rows`,
    ...(weibull === undefined
      ? []
      : [`Weibull shape ${estimate(weibull.shape)}, scale ${estimate(weibull.scale)} days, time since the last failure censored`]),
  ];
  return [`${asset.asset}\t${parts.join('; ')}`];
}

function estimate({ value, low, high }: Estimate): string {
  return `${rounded(value)} (95 %: ${rounded(low)} to ${rounded(high)})`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
