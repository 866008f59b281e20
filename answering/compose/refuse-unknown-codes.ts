import { type Access, compareText, fold, type Key, type NodeKind, titlesAbove } from '../../kernel/index.ts';
import { phrasesOf } from '../../ontology/index.ts';
import { analyse } from '../../retrieval/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { LinkedEntity, Question } from '../question/question.ts';
import { editDistance } from '../verify/edit-distance.ts';
import { alarmCodeOf } from './alarm-code-of.ts';
import type { Composition } from './composition.ts';
import { documentNames } from './document-names.ts';
import type { EvidenceUnit } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { isLongNumber, isWithin, numberRanges } from './number-ranges.ts';
import { patternOf } from './scope-match.ts';

const TYPES: Readonly<Record<LinkedEntity['role'], readonly NodeKind[]>> = {
  asset: ['Asset', 'FunctionalLocation', 'Tag'],
  alarm: ['AlarmCode'],
  part: ['Part'],
  document: ['Document', 'Drawing'],
  other: ['WorkOrder'],
};
const KEYS_READ = 5000;
const SHOWN = 5;

/** A code that stands in no readable document is refused, with the codes it may be a slip of: shown, never used. */
export async function refuseUnknownCodes(
  evidence: Evidence,
  access: Access,
  question: Question,
  gathered: Gathered,
  signal: AbortSignal,
): Promise<Composition | undefined> {
  const known = new Set(
    gathered.units.flatMap((unit) => [
      ...unit.bag.codes,
      ...unit.headings.flatMap((bag) => [...bag.codes]),
      ...unit.title.codes,
      ...unit.cells.flatMap((cell) => [...cell.header.codes]),
      ...unit.cells.flatMap((cell) => (cell.role === 'alarm-code' ? alarmCodeOf(cell.inherited ?? cell.text) : [])),
    ]),
  );
  for (const entity of question.entities) {
    if (!entity.isCode || entity.keys.length > 0 || known.has(entity.folded)) continue;
    if (gathered.named.some(({ tag, start, end }) => tag === undefined && start < entity.end && entity.start < end)) continue;
    if (gathered.units.some((unit) => isBegunIn(unit, entity)) || (await isInRecords(evidence, access, entity, signal))) continue;
    const near = await nearCodes(evidence, access, entity);
    const reason = entity.role === 'asset' && near.length > 0 ? 'wrong-asset' : 'absent';
    const missing = phrasesOf(question.language).unknownCode(
      entity.text,
      near.map((key) => key.text),
    );
    const candidates = near.map((key) => ({ key: key.id, text: key.text }));
    const isUnspoken = analyse(entity.text, question.grammar).some((token) => gathered.unspoken.has(token));
    return { kind: 'refuse', reason, ...(isUnspoken ? { isExact: true } : {}), missing, claims: [], candidates };
  }
  return undefined;
}

/** Whether a longer code begins with it (`ARS408-21`), or a range of numbers has it: what is asked for is known. */
function isBegunIn({ text, stored }: EvidenceUnit, entity: LinkedEntity): boolean {
  const pattern = patternOf({ kind: 'model', text: entity.text });
  return [text, ...titlesAbove(stored.passage), documentNames(stored)].some(
    (words) => fold(words).search(pattern) >= 0 || (isLongNumber(entity.text) && isWithin(entity.text, numberRanges(words).ranges)),
  );
}

async function isInRecords(evidence: Evidence, access: Access, entity: LinkedEntity, signal: AbortSignal): Promise<boolean> {
  const field =
    entity.role === 'asset' ? 'asset' : entity.role === 'alarm' ? 'alarm-code' : entity.role === 'part' ? 'part-number' : 'order-number';
  for (const from of ['work-order', 'alarm', 'fmea-row', 'spare-part'] as const) {
    const rows = await evidence.records.rows(
      access,
      { from, where: { kind: 'equals', field, value: entity.text }, offset: 0, limit: 1 },
      signal,
    );
    if (rows.length > 0) return true;
  }
  return false;
}

async function nearCodes(evidence: Evidence, access: Access, entity: LinkedEntity): Promise<Key[]> {
  const keys = await evidence.keys.ofTypes(access, TYPES[entity.role], KEYS_READ);
  const rated = keys
    .filter((key) => key.class !== 'name' && key.class !== 'path')
    .map((key) => ({ key, distance: editDistance(key.folded, entity.folded, 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance || compareText(a.key.folded, b.key.folded));
  return [...new Map(rated.map(({ key }) => [key.folded, key])).values()].slice(0, SHOWN);
}
