import {
  compareText,
  findQuantities,
  fold,
  maskSpans,
  SCOPE_NAME_SOURCES,
  type ScopeName,
  type ScopeNameSource,
} from '../../kernel/index.ts';
import { findConcepts } from '../extract/find-concepts.ts';
import { siteGrammar } from '../identifiers/site-grammar.ts';
import { CONTAINER_WORDS, VERSION_WORDS } from '../languages/scope-words.ts';

/** A document as it was sent and as it was read. */
export interface DescribedDocument {
  /** As given at ingest: only folders of a relative path, or of an address, are names that people gave. */
  readonly uri: string;
  readonly fileName: string;
  readonly title?: string;
  readonly documentNumber?: string;
  /** What its register, cover and front matter state under labels. */
  readonly stated: readonly ScopeName[];
}

const GRAMMAR = siteGrammar([]);
/** A document is about few things; more names tell nothing apart. */
const MOST = 12;
const LONGEST = 80;
const MACHINE_PATH = /^(?:[\\/]|[a-z]:[\\/]|file:|~)/iu;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\//iu;
const WORD = /\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}])(?:(?:(?!\p{sc=Han})[\p{L}\p{N}.+/-])*(?:(?!\p{sc=Han})[\p{L}\p{N}+]))?/gu;
/** A number before the name that orders folders: `3-Functions`, `01_intro`, `2.1 简介`. */
const ORDER_MARK = /^\d{1,2}(?:\.\d{1,2})*[\s._-]+(?=\S)/u;
const VERSION = new RegExp(`^${VERSION_WORDS}?[\\s._-]*\\d{1,4}(?:\\.\\d{1,4}){0,3}$`, 'iu');
const DATE = /^(?:19|20)\d{2}(?:[-._]?\d{2}){0,2}$/u;

/**
 * Names of what all of a document is about, the most deliberate source and the innermost folder first, each once. A folder is named as a whole; of a file's
 * name and a title only designations count (`P-600`, `myCobot 280`), since the rest of them says what kind of document it is. A pure
 * function of the one document: no other can change it.
 */
export function scopeNames({ uri, fileName, title = '', documentNumber = '', stated }: DescribedDocument): readonly ScopeName[] {
  const found: ScopeName[] = [
    ...stated,
    ...foldersOf(uri).reverse().flatMap(folderName),
    ...designations(fileName.replace(/(?:\.[a-z][a-z0-9]{0,4})+$/iu, '').replaceAll('_', ' '), 'file'),
    ...designations(title, 'title'),
  ];
  const number = fold(documentNumber);
  const distinct = new Map<string, ScopeName>();
  for (const name of [...found].sort((a, b) => rank(a.source) - rank(b.source)))
    if (fold(name.text) !== number && !distinct.has(fold(name.text))) distinct.set(fold(name.text), name);
  return [...distinct.values()].slice(0, MOST);
}

function rank(source: ScopeNameSource): number {
  return SCOPE_NAME_SOURCES.indexOf(source);
}

/** Folders that people named, from the outermost to the one that holds the document. */
export function foldersOf(uri: string): string[] {
  if (MACHINE_PATH.test(uri)) return [];
  const path = uri.replace(ADDRESS, '').replace(/[?#].*$/u, '');
  return path
    .split('/')
    .slice(0, -1)
    .map((folder) => folder.normalize('NFC').trim())
    .filter((folder) => folder !== '' && !/^\.+$/u.test(folder) && folder.length <= LONGEST);
}

function folderName(folder: string): ScopeName[] {
  const text = folder.replace(ORDER_MARK, '').replaceAll('_', ' ').trim();
  if (text === '' || DATE.test(text)) return [];
  if (VERSION.test(text))
    return /^\d+$/u.test(text) ? [{ kind: 'variant', text, source: 'folder' }] : [{ kind: 'version', text, source: 'folder' }];
  if (isContainer(text)) return [];
  return [{ kind: isDesignation(text) ? 'model' : 'product', text, source: 'folder' }];
}

/** Whether nothing of a folder's name is left beside what folders and documents, or kinds of equipment, are called. */
function isContainer(text: string): boolean {
  const concepts = findConcepts(text);
  const plain = maskSpans(text, concepts);
  const words = fold(plain).match(/\p{sc=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => CONTAINER_WORDS.has(word) || /^\d{1,2}$/u.test(word) || isContainerRun(word));
}

/** A run of Chinese that is cut without rest into such words. */
function isContainerRun(word: string): boolean {
  if (!/^\p{sc=Han}+$/u.test(word)) return false;
  const reached = new Set([0]);
  for (let at = 0; at < word.length; at += 1)
    if (reached.has(at))
      for (let end = at + 1; end <= word.length; end += 1) if (CONTAINER_WORDS.has(word.slice(at, end))) reached.add(end);
  return reached.has(word.length);
}

/** Words with letters and digits, or with capitals inside, and the numbers directly behind them. */
function designations(text: string, source: ScopeNameSource): ScopeName[] {
  const plain = text.normalize('NFC');
  const quantities = findQuantities(plain, GRAMMAR);
  const found: ScopeName[] = [];
  let run: { start: number; end: number } | undefined;
  const close = () => {
    if (run !== undefined && run.end - run.start <= LONGEST) found.push({ kind: 'model', text: plain.slice(run.start, run.end), source });
    run = undefined;
  };
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    const end = index + word.length;
    const follows = run !== undefined && /^[\s-]$/u.test(plain.slice(run.end, index));
    const measured = quantities.some((one) => one.start <= index && one.end >= end && one.quantity.dimension !== 'none');
    if (!measured && isDesignation(word)) {
      const start = follows && run !== undefined ? run.start : index;
      if (!follows) close();
      run = { start, end };
    } else if (follows && run !== undefined && /^\d{2,5}$/u.test(word) && !DATE.test(word)) run = { start: run.start, end };
    else close();
  }
  close();
  return found.sort((a, b) => compareText(a.text, b.text));
}

/** Whether a word names one thing by its form. What the vocabulary has (`CO2`) and versions and dates are none. */
export function isDesignation(text: string): boolean {
  const words: readonly string[] = text.match(WORD) ?? [];
  return words.some((word) => {
    if (DATE.test(word) || VERSION.test(word) || findConcepts(word).length > 0) return false;
    return (/\p{L}/u.test(word) && /\p{N}/u.test(word)) || /\p{Ll}\p{Lu}/u.test(word);
  });
}
