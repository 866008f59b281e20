import { fold } from '../../kernel/index.ts';
import { OPPOSITE_KINDS, recordPhrases } from '../languages/record-words.ts';
import { SAME_VALUES } from '../vocabularies/same-values.ts';

export const WORK_KINDS = ['corrective', 'preventive', 'inspection', 'modification'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What words of a cell for each kind of work begin with. */
const STEMS: Readonly<Record<WorkKind, readonly string[]>> = {
  corrective: 'correct,breakdown,break down,emergency,failure,reactive,fault,repair,纠正,故障,抢修,事故,消缺,应急'.split(','),
  preventive: 'prevent,plan,schedul,periodic,routine,预防,计划,定期,保养'.split(','),
  inspection: 'inspect,check,patrol,点检,巡检'.split(','),
  modification: 'modif,retrofit,改造,技改'.split(','),
};
const HAN = /\p{sc=Han}/u;
const NOT_PLANNED = /^(?:un|non|not)|^非/u;

/**
 * The kind of work that a cell of a log writes: by its code alone (`CM`), else by the words that it is made of (计划保养, `planned
 * maintenance`); undefined where it says none, or two.
 */
export function workKindOf(cell: string): WorkKind | undefined {
  const folded = fold(cell).trim();
  const coded = WORK_KINDS.find((kind) => recordPhrases(`values ${kind}`).includes(folded));
  if (coded !== undefined) return coded;
  const said = WORK_KINDS.filter((kind) => STEMS[kind].some((stem) => holdsStem(folded, stem)));
  const isDenied = NOT_PLANNED.test(folded);
  const kinds = isDenied ? said.map((kind) => (kind === 'preventive' ? OPPOSITE_KINDS[kind] : undefined)) : said;
  const [kind] = kinds;
  return kinds.length === 1 ? kind : undefined;
}

/** Stems begin a word in Latin script; in Chinese they stand anywhere. */
function holdsStem(text: string, stem: string): boolean {
  return HAN.test(stem) ? text.includes(stem) : new RegExp(`(?<![\\p{L}\\p{N}])(?:un|non[- ]?)?${stem}`, 'u').test(text);
}

/** Other names of what a coded cell says (`×`: abnormal, 异常; 夜班: night shift), folded, without its own. */
export function namesOfValue(cell: string): readonly string[] {
  const folded = fold(cell).trim();
  const same = SAME_VALUES.find((names) => names.includes(folded));
  return (same ?? []).filter((name) => name !== folded);
}
