import { isRecord } from './is-record.ts';

const TEXT_FIELDS = ['text', 'content', 'page_content', 'passage'];

/**
 * The contexts of one field: a list of texts or of objects with a text; a cell that holds such a list as JSON or as Python writes it;
 * else the field is one context. Undefined of what is no text in any of these forms.
 */
export function readContexts(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return fromCell(value.trim());
  if (isRecord(value)) {
    const text = TEXT_FIELDS.map((name) => value[name]).find((field) => typeof field === 'string');
    return text === undefined ? Object.entries(value).map(([name, field]) => `${name}: ${plain(field)}`) : [text as string];
  }
  if (!Array.isArray(value)) return undefined;
  const read = value.map((item) => (typeof item === 'string' ? [item] : readContexts(item)));
  return read.some((texts) => texts === undefined) ? undefined : read.flatMap((texts) => texts ?? []);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fromCell(text: string): readonly string[] | undefined {
  if (text === '') return [];
  if (!text.startsWith('[') || !text.endsWith(']')) return [text];
  return listOfJson(text) ?? listOfPython(text) ?? [text];
}

function listOfJson(text: string): readonly string[] | undefined {
  try {
    return readContexts(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const ITEM = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*(?:,|$)?/uy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** `['…', "…"]`, as a data frame of Python writes a list into a cell (NumPy without commas). */
function listOfPython(text: string): readonly string[] | undefined {
  const inside = text.slice(1, -1);
  const items: string[] = [];
  ITEM.lastIndex = 0;
  for (let match = ITEM.exec(inside); match !== null; match = ITEM.exec(inside)) {
    items.push((match[1] ?? match[2] ?? '').replace(/\\(.)/gsu, (_, sign: string) => ESCAPES[sign] ?? sign));
    if (ITEM.lastIndex >= inside.length) return items;
  }
  return undefined;
}
