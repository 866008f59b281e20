import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { languageOf, type Passage, sha256, titlesAbove } from '../../../kernel/index.ts';
import { splitSentences, warningSignal } from '../../../ontology/index.ts';
import { readDocument } from '../../accuracy/structure/read-document.ts';
import type { EditLanguage, Part, RowStatement, SentenceStatement, Source, Statement, StepsStatement } from './statement.ts';

/** Sets whose files are manuals or logs of sentences and rows. */
const SETS = [
  'apollo-dkit',
  'neuron-docs',
  'farmbot-express',
  'trossen-arm',
  'esp-faq',
  'robot-fault-codes',
  'fmea-truck',
  'mwo2kg',
] as const;
const READ = /\.(?:md|rst|csv)$/u;
/** Passages before and behind that a checker is shown too. */
const AROUND = 3;
/** Statements of one file, so that a long log is not the whole measure. */
const MOST_OF_FILE = 150;
const LENGTH = { zh: { least: 10, most: 120 }, en: { least: 30, most: 260 } } as const;

/** Statements of all files, in order of path. */
export async function readAllStatements(data: string, onSet: (set: string) => void, signal: AbortSignal): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  let last = '';
  for (const file of await statementFiles(data)) {
    const [set = ''] = file.split('/');
    if (set !== last) onSet(set);
    last = set;
    statements.push(...(await readStatements(data, file, signal)));
  }
  return statements;
}

/** Files of the sets that statements are read from, in order of path. */
async function statementFiles(data: string): Promise<readonly string[]> {
  const found = await Promise.all(
    SETS.map(async (set) => {
      const entries = await readdir(join(data, set), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && READ.test(entry.name))
        .map((entry) => relative(data, join(entry.parentPath, entry.name)));
    }),
  );
  return found
    .flat()
    .filter((file) => !/README/u.test(file.split('/')[1] ?? ''))
    .sort();
}

export function partOf(file: string): Part {
  return Number.parseInt(sha256(file).slice(0, 8), 16) % 2 === 0 ? 'development' : 'held-back';
}

/** Statements of one file, as the parsers of the product read it. */
export async function readStatements(data: string, file: string, signal: AbortSignal): Promise<readonly Statement[]> {
  const { passages } = await readDocument(join(data, file), signal);
  return statementsOf(file, passages);
}

/** Sentences, rows and procedures of a document's passages, in order. */
function statementsOf(file: string, passages: readonly Passage[]): readonly Statement[] {
  const sentences = passages.flatMap((passage, at) => sentencesOf(file, passage, passages, at)).slice(0, MOST_OF_FILE);
  const rows = passages.flatMap((passage, at) => rowOf(file, passage, passages, at)).slice(0, MOST_OF_FILE);
  return [...sentences, ...rows, ...proceduresOf(file, passages)];
}

function sourceOf(passage: Passage): Source {
  const context = [...titlesAbove(passage)].reverse().join(' ; ');
  return { id: passage.id, text: passage.text, context, ...(passage.cells === undefined ? {} : { cells: passage.cells }) };
}

function around(passages: readonly Passage[], at: number): readonly Source[] {
  const near = passages.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  return near.filter((passage) => passage !== passages[at] && passage.kind !== 'heading').map(sourceOf);
}

function languageOfText(text: string): EditLanguage | undefined {
  const language = languageOf(text);
  if (language === 'none') return undefined;
  return language === 'en' ? 'en' : 'zh';
}

/** Links, code, placeholders and pictures are no sentences that anybody would say. */
const NO_PROSE = /https?:|[{}<>|\\=`_$]|\.(?:png|jpe?g|svg)|\p{Extended_Pictographic}|\t/u;

function sentencesOf(file: string, passage: Passage, passages: readonly Passage[], at: number): readonly SentenceStatement[] {
  if (passage.cells !== undefined || !['paragraph', 'step', 'warning'].includes(passage.kind)) return [];
  return splitSentences(passage.text, passage.language).flatMap(({ start, end }): SentenceStatement[] => {
    const text = passage.text.slice(start, end).replace(/^\d+[.)、](?!\d)\s*/u, '');
    const language = languageOfText(text);
    if (language === undefined || NO_PROSE.test(text) || /\n|^#|[:：?？]$/u.test(text)) return [];
    if (text.length < LENGTH[language].least || text.length > LENGTH[language].most) return [];
    return [{ kind: 'sentence', file, part: partOf(file), language, text, sources: [sourceOf(passage), ...around(passages, at)] }];
  });
}

function rowOf(file: string, passage: Passage, passages: readonly Passage[], at: number): readonly RowStatement[] {
  if (passage.cells === undefined) return [];
  const cells = passage.cells
    .map(({ column, start, end }) => ({ column, text: passage.text.slice(start, end).trim() }))
    .filter(({ text }) => text !== '');
  const language = languageOfText(cells.map(({ column, text }) => `${column} ${text}`).join(' '));
  const isSameTable = (other: Passage) =>
    other.structure.table === passage.structure.table && other.cells?.length === passage.cells?.length;
  const others = passages.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter((other) => other !== passage && isSameTable(other));
  if (language === undefined || cells.length < 2 || others.length === 0 || cells.some(({ text }) => text.includes('http'))) return [];
  return [{ kind: 'row', file, part: partOf(file), language, cells, sources: [sourceOf(passage), ...others.map(sourceOf)] }];
}

/** Lists of steps, each as one text with numbers, and the warning that stands among them or just before. */
function proceduresOf(file: string, passages: readonly Passage[]): readonly StepsStatement[] {
  const lists = new Map<number, number[]>();
  passages.forEach(({ kind, structure: { list } }, at) => {
    if (kind === 'step' && list !== undefined) lists.set(list, [...(lists.get(list) ?? []), at]);
  });
  return [...lists.values()].flatMap((places): StepsStatement[] => {
    const steps = places.map((at) => stepText(passages[at]?.text ?? '')).filter((text) => text.length >= 4 && !NO_PROSE.test(text));
    const [first] = places;
    const last = places.at(-1);
    const language = languageOfText(steps.join(' '));
    if (first === undefined || last === undefined || language === undefined) return [];
    if (
      steps.length < 2 ||
      steps.length > MOST_STEPS ||
      steps.length < places.length ||
      steps.some((step) => /[:：]$/u.test(step)) ||
      new Set(steps).size < steps.length
    )
      return [];
    const warned = passages.slice(Math.max(0, first - 2), last + 2).find(isWarning);
    const warning = warned === undefined ? undefined : asWarning(warned.text, language);
    const text = [...(warning === undefined ? [] : [warning]), ...steps.map((step, at) => `${at + 1}. ${step}`)].join('\n');
    return [
      {
        kind: 'steps',
        file,
        part: partOf(file),
        language,
        steps,
        sources: [{ id: file, text }],
        ...(warning === undefined ? {} : { warning }),
      },
    ];
  });
}

const MOST_STEPS = 9;

/** What its markup alone says to be a warning, with the word for it. */
function asWarning(text: string, language: EditLanguage): string {
  if (warningSignal(text) !== undefined) return text;
  return language === 'en' ? `WARNING: ${text}` : `警告：${text}`;
}

function stepText(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^\s*(?:(?:Step |步骤\s?)\d+\s*[:：.]|\d+[.)、]|[-*])\s*/u, '').trim();
}

function isWarning({ kind, text }: Passage): boolean {
  return (
    (kind === 'warning' || warningSignal(text) !== undefined) &&
    text.length >= 10 &&
    text.length <= 300 &&
    !NO_PROSE.test(text) &&
    !text.includes('\n')
  );
}
