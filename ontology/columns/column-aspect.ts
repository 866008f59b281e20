/**
 * What a name of a column says beyond its role: of a cost what it is for, of a time what was done meanwhile, of people whether one or a
 * group. Names of different aspects are different columns, though of one role.
 */
const ASPECTS: readonly (readonly [name: string, isNarrow: boolean, pattern: RegExp])[] = [
  ['material', true, /材料|备件|物料|配件|(?<!\p{L})(?:material|parts?|spares?)(?!\p{L})/u],
  ['labour', false, /人工|工时|(?<!\p{L})(?:labou?r|man ?hours?|actlabhrs)(?!\p{L})|arbeitszeit/u],
  ['service', true, /外协|外委|(?<!\p{L})(?:service|contractors?)(?!\p{L})/u],
  ['unit price', true, /单价|(?<!\p{L})unit price(?!\p{L})/u],
  ['planned', true, /计划|预计|预算|(?<!\p{L})(?:planned|estimated|budget(?:ed)?)(?!\p{L})/u],
  ['down', false, /停机|停产|(?<!\p{L})(?:down ?time|outage|hours down|time lost)(?!\p{L})|ausfall|stillstand/u],
  ['repair', false, /(?:维修|修复|检修)(?:时间|时长|耗时)|(?<!\p{L})repair time(?!\p{L})/u],
  ['crew', true, /班组|部门|工作中心|车间|(?<!\p{L})(?:crews?|teams?|departments?|work cent(?:re|er)s?)(?!\p{L})/u],
  ['reporter', true, /报修人|报告人|(?<!\p{L})reported by(?!\p{L})/u],
];

/** Whether a column may be meant by a name of its role: the narrow things that the name says its headers say too, and they say no other. */
export function mayBeCalled(name: string, headers: readonly string[]): boolean {
  const own = headers.flatMap(aspectsOf);
  return aspectsOf(name).every((aspect) => own.includes(aspect) || (!isNarrow(aspect) && own.length === 0));
}

function aspectsOf(name: string): readonly string[] {
  return ASPECTS.flatMap(([aspect, , pattern]) => (pattern.test(name) ? [aspect] : []));
}

function isNarrow(aspect: string): boolean {
  return ASPECTS.some(([name, narrow]) => name === aspect && narrow);
}
