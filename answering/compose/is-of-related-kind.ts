import { fold } from '../../kernel/index.ts';
import { conceptById } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import { subjectCells } from './account-term.ts';
import { assetCodes } from './asset-match.ts';
import { kindsOfBags } from './equipment-kind.ts';
import type { ScoredUnit } from './score-units.ts';

/**
 * Whether a row about what is related to the asked code (`VFD-101A`, of pump P-101A) names a kind of machine (`motor rated current`) that
 * neither the words nor the letters of the code stand for: its value is the motor's, not the drive's. M-101A may be that motor.
 */
export function isOfRelatedKind(question: Question, { relation, unit, keyCells }: ScoredUnit): boolean {
  if (relation !== 'related') return false;
  const asked = new Set(question.terms.flatMap(({ concept }) => concept ?? []));
  const codes = [...assetCodes(question.entities.filter(({ role }) => role === 'asset'))];
  const bags = subjectCells(unit, keyCells).map(({ bag }) => bag);
  const unasked = bags.map(({ concepts, ...bag }) => ({ ...bag, concepts: new Set([...concepts].filter((one) => !asked.has(one))) }));
  return [...kindsOfBags(unasked)].some((kind) => codes.length > 0 && !codes.some((code) => mayStandFor(code, kind)));
}

/** The letters of a tag begin with the initial of a name of its kind: `M` motor, `TCV` control valve by its last letter. */
function mayStandFor(code: string, kind: string): boolean {
  const letters = fold(/^\p{L}+/u.exec(code)?.[0] ?? '');
  const names = conceptById(kind)?.en ?? [];
  return names.some((name) => letters.includes(fold(name).split(' ').at(-1)?.[0] ?? ' ') || letters.startsWith(fold(name)[0] ?? ' '));
}
