/** A step, a second paragraph of the step before it, or a warning; `number` is that of the step. */
export interface ProcedurePiece {
  readonly kind: 'step' | 'more' | 'warning';
  readonly text: string;
  readonly number: number;
}

/** A section of a manual under its title; warnings stand within the item before them (`isInside`) or between the items. */
export function writeProcedureSection(format: 'md' | 'html', title: string, body: readonly ProcedurePiece[], isInside: boolean): string {
  return format === 'md' ? writeMarkdown(title, body, isInside) : writeHtml(title, body, isInside);
}

function writeMarkdown(title: string, body: readonly ProcedurePiece[], isInside: boolean): string {
  const lines = body.map(({ kind, text, number }, at) => {
    if (kind === 'step') return `${number}. ${text}\n`;
    return kind === 'more' || (isInside && at > 0) ? `${' '.repeat(`${number}. `.length)}${text}\n` : `${text}\n`;
  });
  return `## ${title}\n\n${lines.join('\n')}`;
}

function writeHtml(title: string, body: readonly ProcedurePiece[], isInside: boolean): string {
  let html = `<h2>${title}</h2>`;
  let list: 'none' | 'open' | 'item' = 'none';
  for (const { kind, text, number } of body) {
    if (kind === 'step') {
      if (list === 'none') html += `<ol start="${number}">`;
      if (list === 'item') html += '</li>';
      html += `<li><p>${text}</p>`;
      list = 'item';
    } else if (kind === 'more' || (isInside && list === 'item')) {
      html += `<p>${text}</p>`;
    } else {
      if (list === 'item') html += '</li></ol>';
      list = 'none';
      html += `<p>${text}</p>`;
    }
  }
  return list === 'item' ? `${html}</li></ol>` : html;
}
