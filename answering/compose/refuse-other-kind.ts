import { type ColumnRole, compareText, fold } from '../../kernel/index.ts';
import { conceptById, phrasesOf } from '../../ontology/index.ts';
import type { Question } from '../question/question.ts';
import type { Composition } from './composition.ts';
import type { EvidenceUnit } from './evidence-unit.ts';

/** Faults of other machines that are offered, at most. */
const SHOWN = 3;
const OBSERVED: ReadonlySet<ColumnRole | undefined> = new Set(['symptom', 'failure-mode', 'effect']);

/**
 * The fault is documented for machines of other kinds alone: their causes are not told as those of the asked one. Each may be asked about
 * by its kind and fault.
 */
export function refuseOtherKind(
  question: Question,
  foreign: Composition & { readonly kind: 'answer' | 'clarify' },
  kindsOf: ReadonlyMap<EvidenceUnit, ReadonlySet<string>>,
): Composition {
  const phrases = phrasesOf(question.language);
  const shown = new Set(foreign.claims.flatMap(({ spans: [span] }) => span?.stored.passage.id ?? []));
  const meant = foreign.kind === 'clarify' ? foreign.candidates : [];
  const found = [...kindsOf].filter(
    ([unit]) => shown.has(unit.stored.passage.id) || meant.some(({ text }) => text.includes(observedIn(unit))),
  );
  const own = found.filter(([unit]) => unit.stored.passage.language === question.language);
  const rows = own.length > 0 ? own : found;
  const called = (kinds: Iterable<string>) => [...kinds].map((kind) => conceptById(kind)?.[question.language][0] ?? kind).sort(compareText);
  const faults = rows.map(([unit, kinds]) => phrases.about(phrases.list(called(kinds)), observedIn(unit)));
  const candidates = [...new Map(faults.map((text) => [fold(text), { text }])).values()].slice(0, SHOWN);
  const owners = [...new Set(rows.flatMap(([, kinds]) => called(kinds)))].sort(compareText);
  const tags = question.entities.filter(({ role, isCode }) => role === 'asset' && isCode).map(({ text }) => text);
  const kinds = question.terms.filter(({ concept }) => concept !== undefined && conceptById(concept)?.kind === 'EquipmentClass');
  const asked = [...new Set(tags.length > 0 ? tags : kinds.map(({ text }) => text))];
  const missing = phrases.faultsOfOthers(owners, asked);
  return { kind: 'refuse', reason: 'wrong-asset', isExact: true, missing, claims: [], candidates };
}

function observedIn({ cells }: EvidenceUnit): string {
  return cells
    .filter(({ role }) => OBSERVED.has(role))
    .map(({ inherited, text }) => (inherited ?? text).trim())
    .filter((text) => text !== '')
    .join(', ');
}
