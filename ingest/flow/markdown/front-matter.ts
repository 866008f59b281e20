/** One statement of a front matter; `group` is the name under which it is nested. */
export interface FrontMatterField {
  readonly name: string;
  readonly value: string;
  readonly group?: string;
}

/** Front matter of a Markdown file and the text below it. */
export interface FrontMatter {
  readonly title: string | undefined;
  /** All lines but the title. */
  readonly lines: readonly string[];
  readonly fields: readonly FrontMatterField[];
  /** Lines that speak to the program that makes the site. */
  readonly templateLines: readonly string[];
  readonly body: string;
}

/** Keys of Jekyll, Hugo, Docusaurus, VuePress, MkDocs and their relatives that say where and how a page is shown. */
const TEMPLATE = new Set(
  (
    'slug layout permalink redirect_from redirect_to redirect nav_order nav_exclude has_children has_toc parent grand_parent sidebar ' +
    'sidebar_position sidebar_label sidebar_class_name hide_title hide_table_of_contents toc toc_min_heading_level toc_max_heading_level ' +
    'weight draft published template theme type id pagination_prev pagination_next custom_edit_url aliases url menu cover image thumbnail ' +
    'navbar editlink lastupdated prev next head outline aside icon hide hidden order excerpt_separator search search_exclude render_with_liquid'
  ).split(' '),
);
const ENTRY = /^(?<indent>\s*)(?<name>[^\s#:'"-][^:#]{0,60}?)\s*:(?:\s+(?<value>.*))?$/;
const ITEM = /^\s*-\s+(?<value>.*)$/;

/** Takes off a block between two lines `---` at the very top. */
export function takeFrontMatter(text: string): FrontMatter {
  const found = /^---[^\S\n]*\n(?<matter>(?:(?!---[^\S\n]*$).*\n)*?)---[^\S\n]*(?:\n|$)/m.exec(text);
  const matter = found?.index === 0 ? found.groups?.matter : undefined;
  if (found === null || matter === undefined || !/^[\w-]+\s*:/m.test(matter)) {
    return { title: undefined, lines: [], fields: [], templateLines: [], body: text };
  }
  const lines = matter.split('\n').filter((line) => line.trim() !== '');
  const titleLine = lines.find((line) => /^title\s*:/i.test(line));
  const title = unquote(titleLine?.replace(/^title\s*:\s*/i, '') ?? '');
  const kept = lines.filter((line) => line !== titleLine);
  return { title: title === '' ? undefined : title, lines: kept, ...readFields(kept), body: text.slice(found[0].length) };
}

function readFields(lines: readonly string[]): Pick<FrontMatter, 'fields' | 'templateLines'> {
  const fields: { name: string; values: string[]; isList: boolean; group?: string }[] = [];
  const templateLines: string[] = [];
  let group: string | undefined;
  let isTemplate = false;
  let open: (typeof fields)[number] | undefined;
  for (const line of lines) {
    const entry = ENTRY.exec(line)?.groups;
    const isTop = /^\S/.test(line) && entry !== undefined;
    if (isTop) isTemplate = TEMPLATE.has((entry.name ?? '').toLowerCase());
    if (isTemplate || line.trim().startsWith('#')) {
      templateLines.push(line);
      open = undefined;
      continue;
    }
    const item = ITEM.exec(line)?.groups?.value;
    if (entry !== undefined && item === undefined) {
      const name = (entry.name ?? '').trim();
      const value = unquote(entry.value ?? '').replace(/^[>|][+-]?$/, '');
      if (isTop) group = value === '' ? name : undefined;
      open = { name, values: [value], isList: false, ...(isTop || group === undefined ? {} : { group }) };
      fields.push(open);
    } else if (open !== undefined) {
      open.values.push(unquote(item ?? line.trim()));
      open.isList ||= item !== undefined;
    } else templateLines.push(line);
  }
  const written = fields.map(({ values, isList, ...field }) => ({
    ...field,
    value: values.filter((part) => part !== '').join(isList ? ', ' : ' '),
  }));
  return { fields: written.filter(({ value }) => value !== ''), templateLines };
}

function unquote(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
}
