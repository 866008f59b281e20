/** Front matter of a Markdown file: its lines without the title, and the text below it. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly lines: readonly string[];
  readonly body: string;
}

/** Takes off a block between two lines `---` at the very top. */
export function takeFrontMatter(text: string): FrontMatter {
  const found = /^---[^\S\n]*\n(?<matter>(?:(?!---[^\S\n]*$).*\n)*?)---[^\S\n]*(?:\n|$)/m.exec(text);
  const matter = found?.index === 0 ? found.groups?.matter : undefined;
  if (found === null || matter === undefined || !/^[\w-]+\s*:/m.test(matter)) return { title: undefined, lines: [], body: text };
  const lines = matter.split('\n').filter((line) => line.trim() !== '');
  const titleLine = lines.find((line) => /^title\s*:/i.test(line));
  const title = titleLine
    ?.replace(/^title\s*:\s*/i, '')
    .replace(/^(["'])(.*)\1\s*$/, '$2')
    .trim();
  return { title: title === '' ? undefined : title, lines: lines.filter((line) => line !== titleLine), body: text.slice(found[0].length) };
}
