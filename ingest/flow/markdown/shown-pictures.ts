import type { Nodes, RootContent } from 'mdast';
import type { ShownPicture } from '../../../kernel/index.ts';
import { attributeOf, type HtmlNode, isElement, parseHtmlFragment } from '../blocks/parse-html.ts';

/** Pictures that are told of one document: what it says of itself has to stay small. */
const MOST = 200;
/** UTF-16 units of what is told of one. */
const LONGEST = 200;
/** A scheme or a host: what stands elsewhere is no file beside the document. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[/\\])/i;

/** The pictures that a text names as files beside it, with the titles of the sections that show them; `plainText` gives the words of a node. */
export function shownPictures(tree: readonly RootContent[], plainText: (node: Nodes) => string): readonly ShownPicture[] {
  const targets = new Map(tree.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  const open: { readonly depth: number; readonly title: string }[] = [];
  const shown: ShownPicture[] = [];
  const add = (url: string, alt: string): void => {
    const target = fileOf(url);
    const headings = open.map(({ title }) => title.slice(0, LONGEST));
    if (target !== undefined && shown.length < MOST) shown.push({ target, alt: plain(alt).slice(0, LONGEST), headings });
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'image') add(node.url, node.alt ?? '');
    else if (node.type === 'imageReference') add(targets.get(node.identifier) ?? '', node.alt ?? '');
    else if (node.type === 'html') for (const [url, alt] of imagesIn(node.value)) add(url, alt);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const node of tree) {
    if (node.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
      open.push({ depth: node.depth, title: plain(plainText(node)) });
    }
    walk(node);
  }
  return shown;
}

/** The path of a file beside the document; undefined of what stands elsewhere. */
function fileOf(url: string): string | undefined {
  const [path = ''] = url.trim().split(/[?#]/);
  if (path === '' || path.length > 4 * LONGEST || ELSEWHERE.test(path)) return undefined;
  return unescaped(path).replaceAll('\\', '/').normalize('NFC');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A sign that escapes nothing is part of the name.
    return path;
  }
}

function imagesIn(html: string): readonly (readonly [url: string, alt: string])[] {
  if (!/<img\s/i.test(html)) return [];
  const found: (readonly [string, string])[] = [];
  const waiting: HtmlNode[] = [...parseHtmlFragment(html)];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'img') found.push([attributeOf(node, 'src') ?? '', attributeOf(node, 'alt') ?? '']);
    waiting.unshift(...node.childNodes);
  }
  return found;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
