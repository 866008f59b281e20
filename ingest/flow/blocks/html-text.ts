import { joinLines } from '../../clean/read-text.ts';
import { superscript } from '../../clean/superscript.ts';
import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isElement, rawText } from './parse-html.ts';

const FLOW = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup html legend main menu nav ol p pre search section summary table ul'
  ).split(' '),
);

/** Words to read in place of a node: none for one that is left out. Undefined: the node itself is read. */
export type ReadInstead = (node: HtmlNode) => string | undefined;

/** Whether an element begins a line of its own. */
export function isBlock(element: HtmlElement): boolean {
  return FLOW.has(element.tagName);
}

/** Words of a node as a browser shows them; `<br>` is a line end, an image its alternative text. */
export function nodeText(node: HtmlNode, readInstead: ReadInstead, preformatted = false): string {
  const left = readInstead(node);
  if (left !== undefined) return left;
  if ('value' in node) return preformatted ? node.value : unwrap(node.value);
  if (!isElement(node)) return '';
  const { tagName } = node;
  if (tagName === 'br') return '\n';
  if (tagName === 'img') return attributeOf(node, 'alt') ?? '';
  const inside = node.childNodes.map((child) => nodeText(child, readInstead, preformatted || tagName === 'pre')).join('');
  if (tagName === 'sup') return superscript(inside);
  if (tagName === 'td' || tagName === 'th') return `${inside}\t`;
  return isBlock(node) || tagName === 'li' || tagName === 'tr' ? `\n${inside}\n` : inside;
}

/** All words of a node, also those that no reader sees, for the list of what is left out. */
export function allText(node: HtmlNode): string {
  return tidy(
    nodeText(node, (one) => ('data' in one || ('tagName' in one && one.tagName === 'template') ? ` ${rawText(one)} ` : undefined)),
  );
}

/** A line end in the source is no line end of the text. */
function unwrap(text: string): string {
  return /[\n\t\r]/.test(text) ? joinLines(text.replace(/[\t\r]/g, ' ')) : text;
}

/** White space as a browser shows it, line breaks kept. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** Whether a node shows nothing but images. */
export function isImage(node: HtmlNode): boolean {
  if ('value' in node) return node.value.trim() === '';
  if (!isElement(node)) return true;
  if (node.tagName === 'img') return true;
  return ['a', 'picture', 'source', 'span', 'br'].includes(node.tagName) && node.childNodes.every(isImage);
}

/** Marks that link a heading to itself (`¶`, `#`) are no words of it. */
export function isSelfLink(element: HtmlElement): boolean {
  return (
    element.tagName === 'a' &&
    classesOf(element).some((name) => /^(?:headerlink|anchor|anchor-link|header-anchor|hash-link|heading-anchor)$/.test(name))
  );
}
