import type { ExclusionReason } from '../../../kernel/index.ts';
import { admonitionOfClasses } from './admonition.ts';
import { isSelfLink } from './html-text.ts';
import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isElement, rawText } from './parse-html.ts';

const MARKUP = new Set(
  'annotation audio canvas datalist embed head iframe link meta noembed noframes noscript object option script select style template textarea video'.split(
    ' ',
  ),
);
const ROLES: Readonly<Record<string, ExclusionReason>> = {
  banner: 'running-header',
  contentinfo: 'running-footer',
  navigation: 'navigation',
  search: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
};
/** Classes by which documentation tools name the frame around the text. */
const FRAME =
  /^(?:breadcrumbs?|navbar|nav|navigation|sidebar|sphinxsidebar|sphinxsidebarwrapper|menu|site-nav|toc-tree|pagination|skip-link|cookie-?(?:banner|bar|notice|consent))$/;
/** Elements that make a header or footer one of a part of the text. */
const PARTS = new Set('article aside blockquote dialog li main section td th'.split(' '));
/** Share of the words of an `<aside>` that are links when it is a menu. */
const LINKED = 0.6;

/** Why an element is no text of the document; undefined when it is. Of a page whose only title stands in its header, the header is text. */
export function leftOutReason(element: HtmlElement, keepHeaders: boolean): ExclusionReason | undefined {
  const { tagName } = element;
  if (MARKUP.has(tagName)) return 'markup';
  if (isHidden(element)) return 'hidden-layer';
  if (tagName === 'nav') return isContents(element) ? 'contents-list' : 'navigation';
  if (isSelfLink(element)) return 'navigation';
  const role = ROLES[attributeOf(element, 'role') ?? ''];
  if (role !== undefined) return role === 'running-header' && keepHeaders ? undefined : role;
  if (tagName === 'header') return keepHeaders || isInPart(element) ? undefined : 'running-header';
  if (tagName === 'footer') return isInPart(element) ? undefined : 'running-footer';
  if (tagName === 'ul' || tagName === 'ol') return isContents(element) ? 'contents-list' : undefined;
  if (!['div', 'aside', 'p', 'section'].includes(tagName)) return undefined;
  if (classesOf(element).some((name) => FRAME.test(name.toLowerCase()))) return 'navigation';
  return tagName === 'aside' && admonitionOfClasses(classesOf(element)) === undefined && isMostlyLinks(element) ? 'navigation' : undefined;
}

/** Whether the page has a title outside its header, so that the header can be left out. */
export function hasTitleOutsideHeader(body: HtmlElement): boolean {
  return body.childNodes.some(
    (node) =>
      isElement(node) &&
      (node.tagName === 'h1' ||
        (node.tagName !== 'nav' && node.tagName !== 'footer' && !isPageHeader(node) && hasTitleOutsideHeader(node))),
  );
}

function isPageHeader(element: HtmlElement): boolean {
  return attributeOf(element, 'role') === 'banner' || (element.tagName === 'header' && !isInPart(element));
}

function isHidden(element: HtmlElement): boolean {
  return (
    attributeOf(element, 'hidden') !== undefined ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style') ?? '')
  );
}

function isInPart(element: HtmlElement): boolean {
  for (let parent = element.parentNode; parent !== null && 'tagName' in parent; parent = parent.parentNode) {
    if (PARTS.has(parent.tagName)) return true;
  }
  return false;
}

/** A table of contents: links into this page, and nothing else. */
function isContents(element: HtmlElement): boolean {
  let links = 0;
  const onlyLinks = (node: HtmlNode): boolean => {
    if ('value' in node) return node.value.trim() === '';
    if (!isElement(node)) return true;
    if (node.tagName !== 'a')
      return ['ul', 'ol', 'li', 'p', 'nav', 'span', 'div'].includes(node.tagName) && node.childNodes.every(onlyLinks);
    links += 1;
    return attributeOf(node, 'href')?.startsWith('#') === true;
  };
  return element.childNodes.every(onlyLinks) && links >= 2;
}

function isMostlyLinks(element: HtmlElement): boolean {
  const all = rawText(element).replace(/\s+/g, '').length;
  return all > 0 && linkedLength(element) >= LINKED * all;
}

function linkedLength(node: HtmlNode): number {
  if (!isElement(node)) return 0;
  return node.tagName === 'a'
    ? rawText(node).replace(/\s+/g, '').length
    : node.childNodes.reduce((sum, child) => sum + linkedLength(child), 0);
}
