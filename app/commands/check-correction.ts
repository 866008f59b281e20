import {
  type Access,
  type Cell,
  type ColumnDecision,
  type ColumnMeaning,
  FaultlineError,
  formOf,
  onlyAspects,
  type Passage,
  saidAspects,
  type TextDecision,
  tablesOf,
  titlesAbove,
  unitFacts,
} from '../../kernel/index.ts';
import type { Application } from '../application.ts';

const LONGEST_TEXT = 2_000;
const MOST_CODES = 200;
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
 * A saying on a column of a version that this reader may read, as the decision that holds for its form: for the document, and for the
 * form that its table follows.
 * @throws FaultlineError `not-found`; `invalid-request` where it says nothing, or what is read so already.
 */
export async function columnDecision({ ledger }: Application, access: Access, asked: ColumnDecision): Promise<ColumnDecision> {
  const { kind, version, table, column } = asked;
  checkMeaning(asked);
  const cell = await cellOf(ledger, access, asked);
  if (cell === undefined) {
    throw new FaultlineError('not-found', `There is no column "${column}" in a table "${table}" of this version, or you may not read it.`);
  }
  const aspects = saidAspects(asked);
  if (aspects.length === 1 && asked.role !== undefined && asked.role !== null && cell.role === asked.role) {
    throw new FaultlineError('invalid-request', 'The column is read so already.');
  }
  const found = await ledger.documents.find(access.tenant, version);
  if (found === undefined) throw new FaultlineError('not-found', 'This version of the document is gone.');
  const surveyed = tablesOf(found.version.report?.columns ?? []).find(({ sheet }) => sheet === table);
  const form = surveyed === undefined ? undefined : formOf(surveyed, found.labelSet);
  return {
    kind,
    version,
    document: found.document.id,
    ...(form === undefined ? {} : { form }),
    table,
    column,
    ...onlyAspects(asked, aspects),
  };
}

/** Whether what is said of a column can hold. @throws FaultlineError `invalid-request`. */
export function checkMeaning(meaning: ColumnMeaning): void {
  if (saidAspects(meaning).length === 0) {
    throw new FaultlineError(
      'invalid-request',
      'Say something of the column: its role, its unit, its decimal sign or what its codes mean.',
    );
  }
  const { unit, codes } = meaning;
  if (unit !== undefined && unitFacts(unit) === undefined) {
    throw new FaultlineError('invalid-request', `"${unit}" is no unit that is known; write one as in a table, such as min, h, kW or bar.`);
  }
  const entries = Object.entries(codes ?? {});
  if (codes !== undefined && (entries.length === 0 || entries.length > MOST_CODES)) {
    throw new FaultlineError('invalid-request', `Give from one to ${MOST_CODES} codes.`);
  }
  for (const [code, text] of entries) {
    if (code !== code.trim() || code === '' || text.trim() === '' || /[\t\n\r]/.test(text) || text.length > LONGEST_TEXT) {
      throw new FaultlineError('invalid-request', `The code "${code}" needs a meaning of one line; neither may be blank.`);
    }
    if (text !== text.normalize('NFC')) throw new FaultlineError('invalid-request', 'Give the words in Unicode normal form C.');
  }
}

async function cellOf(
  ledger: Application['ledger'],
  access: Access,
  { version, table, column }: ColumnDecision,
): Promise<Cell | undefined> {
  for (let from = 0; ; from += PAGE) {
    const page = await ledger.passages.range(access, version, from, from + PAGE - 1);
    if (page.length === 0) return undefined;
    for (const { passage } of page) {
      const cell = isOfTable(passage, table) ? passage.cells?.find((one) => one.column === column) : undefined;
      if (cell !== undefined) return cell;
    }
  }
}

/** Whether a row stands in the table that a column is said of: a sheet, else a title above it. */
export function isOfTable(passage: Passage, table: string): boolean {
  const [anchor] = passage.anchors;
  const titles = titlesAbove(passage);
  if (anchor?.kind === 'row') return anchor.sheet === table;
  return table === '' ? titles.length === 0 : titles.includes(table);
}
