import { BOX_TITLES } from '../../../ontology/index.ts';

/** Kinds of boxed text that warn, as the markup families name them and in the titles that Chinese manuals give them. */
const WARNING_KINDS: ReadonlySet<string> = new Set([
  ...'danger warning caution attention error important hazard critical alert-danger'.split(' '),
  ...BOX_TITLES.warning,
]);
/** Kinds that inform and do not warn. */
const NOTE_KINDS: ReadonlySet<string> = new Set([
  ...(
    'note tip hint info information notice remark seealso see-also success details example question quote abstract summary todo ' +
    'primary secondary help faq check done failure bug'
  ).split(' '),
  ...BOX_TITLES.note,
]);
/** Class names of the box itself, before the kind: Sphinx, Docutils, Bootstrap, GitHub, Docusaurus, Bulma, DITA, Jekyll themes. */
const BOX =
  '(?:theme-)?(?:admonition|alert|callout|bs-callout|notice|note|notification|message|msg|box|panel|card|hint|custom-block|markdown-alert|is|hazard|hazardstatement|safety|statement)';
const BOXED_KIND = new RegExp(`^${BOX}(?:--|__|-|_)(?<kind>[a-z]+)$`);

export type AdmonitionKind = 'warning' | 'note';

/**
 * What a word makes of the text it heads (`warning`, `Caution`, `警告`): a safety message, a note, or nothing known. ANSI Z535 and
 * its kin keep notes apart from messages about harm, so a note is no warning.
 */
export function admonitionKind(word: string): AdmonitionKind | undefined {
  const plain = word.trim().toLowerCase();
  if (WARNING_KINDS.has(plain)) return 'warning';
  return NOTE_KINDS.has(plain) ? 'note' : undefined;
}

/** The same from the classes of an element (`admonition warning`, `alert alert-danger`, `note_caution`); what warns wins. */
export function admonitionOfClasses(classes: readonly string[]): AdmonitionKind | undefined {
  const kinds = classes.map((name) => {
    const plain = name.toLowerCase();
    return admonitionKind(plain) ?? admonitionKind(BOXED_KIND.exec(plain)?.groups?.kind ?? '');
  });
  return kinds.find((kind) => kind === 'warning') ?? kinds.find((kind) => kind !== undefined);
}
