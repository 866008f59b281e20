import { type Access, type ColumnDecision, FaultlineError, type Passage, type TextDecision, titlesAbove } from '../../kernel/index.ts';
import type { Application } from '../application.ts';

const LONGEST_TEXT = 2_000;
/** Passages of a version looked through at a time for a column. */
const PAGE = 500;

/**
 * Whether the words that a person corrects stand there, for this reader, and can be replaced by what the person says.
 * @throws FaultlineError `not-found`, `conflict` when other words stand there, `invalid-request`.
 */
export async function checkText({ ledger }: Application, access: Access, decision: TextDecision): Promise<void> {
  const { start, end, read, text } = decision;
  const [stored] = await ledger.passages.get(access, [decision.passage]);
  if (stored === undefined || stored.passage.versionId !== decision.version) {
    throw new FaultlineError('not-found', 'There is no such passage in this version, or you may not read it.');
  }
  const { passage } = stored;
  if (start < 0 || end > passage.text.length || start > end) {
    throw new FaultlineError('invalid-request', `The span must lie in 0:${passage.text.length}.`);
  }
  if (passage.text.slice(start, end) !== read) {
    throw new FaultlineError('conflict', 'Other words stand at this span; read the passage again and give what it reads there.');
  }
  if (text.trim() === '' || text.length > LONGEST_TEXT) {
    throw new FaultlineError('invalid-request', `Give the words that should stand there, at most ${LONGEST_TEXT} characters.`);
  }
  if (text === read) throw new FaultlineError('invalid-request', 'These are the words that stand there already.');
  if (text !== text.normalize('NFC')) throw new FaultlineError('invalid-request', 'Give the words in Unicode normal form C.');
  checkPlace(passage, decision);
}

function checkPlace({ cells }: Passage, { start, end, text }: TextDecision): void {
  if (cells === undefined) {
    if (start === end) throw new FaultlineError('invalid-request', 'The span must hold at least one character.');
    return;
  }
  if (!cells.some((cell) => cell.start <= start && end <= cell.end && (start < end || cell.start === cell.end))) {
    throw new FaultlineError('invalid-request', 'In a row the span must lie within one cell; correct each cell by itself.');
  }
  if (/[\t\n\r]/.test(text)) throw new FaultlineError('invalid-request', 'A cell holds no tab and no line break.');
}

/**
 * Whether a version that this reader may read has the column, and does not give it this role already.
 * @throws FaultlineError `not-found`, `invalid-request`.
 */
export async function checkColumn(
  { ledger }: Application,
  access: Access,
  { version, table, column, role }: ColumnDecision,
): Promise<void> {
  for (let from = 0; ; from += PAGE) {
    const page = await ledger.passages.range(access, version, from, from + PAGE - 1);
    if (page.length === 0) break;
    for (const { passage } of page) {
      const cell = isOfTable(passage, table) ? passage.cells?.find((one) => one.column === column) : undefined;
      if (cell === undefined) continue;
      if (role !== null && cell.role === role) throw new FaultlineError('invalid-request', 'The column is read so already.');
      return;
    }
  }
  throw new FaultlineError('not-found', `There is no column "${column}" in a table "${table}" of this version, or you may not read it.`);
}

function isOfTable(passage: Passage, table: string): boolean {
  const [anchor] = passage.anchors;
  const titles = titlesAbove(passage);
  if (anchor?.kind === 'row') return anchor.sheet === table;
  return table === '' ? titles.length === 0 : titles.includes(table);
}
