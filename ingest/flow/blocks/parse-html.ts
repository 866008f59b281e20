import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment, type TreeAdapter } from 'parse5';
import { FaultlineError } from '../../../kernel/index.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Browsers nest no deeper either; the parser's own work grows with depth, so it is stopped and not only its result refused. */
const MAX_OPEN_ELEMENTS = 512;
/** Misnested formatting is repaired by nesting copies, so a tree may be deeper than what was open at once. */
const MAX_TREE_DEPTH = 2 * MAX_OPEN_ELEMENTS;

/** Nodes of an HTML fragment. @throws FaultlineError `limit-exceeded` when elements nest deeper than browsers allow. */
export function parseHtmlFragment(html: string): readonly HtmlNode[] {
  const { childNodes } = parseFragment(html, { treeAdapter: shallowTree(), scriptingEnabled: false });
  checkDepth(childNodes);
  return childNodes;
}

/** Nodes of a whole page: its `<html>` element and the comments around it. @throws FaultlineError `limit-exceeded` when elements nest deeper than browsers allow. */
export function parseHtmlPage(html: string): readonly HtmlNode[] {
  const { childNodes } = parse(html, { treeAdapter: shallowTree(), scriptingEnabled: false });
  checkDepth(childNodes);
  return childNodes;
}

function shallowTree(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1;
      if (depth > MAX_OPEN_ELEMENTS) throw tooDeep();
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}

/** Level by level, since a walk that calls itself would be ended by what it looks for. */
function checkDepth(nodes: readonly HtmlNode[]): void {
  let level = nodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_TREE_DEPTH) throw tooDeep();
    level = level.flatMap((node) => (isElement(node) ? innerNodes(node) : []));
  }
}

function tooDeep(): FaultlineError {
  return new FaultlineError('limit-exceeded', `The document nests its elements more than ${MAX_OPEN_ELEMENTS} deep.`);
}

function innerNodes(element: HtmlElement): readonly HtmlNode[] {
  return 'content' in element ? (element as DefaultTreeAdapterTypes.Template).content.childNodes : element.childNodes;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function classesOf(element: HtmlElement): readonly string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** All text inside, as it stands in the source; comments and what `<template>` holds included. */
export function rawText(node: HtmlNode): string {
  if ('value' in node) return node.value;
  if ('data' in node) return node.data;
  if (!isElement(node)) return '';
  return innerNodes(node).map(rawText).join('');
}
