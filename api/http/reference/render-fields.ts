import { html } from 'hono/html';
import type { ReferenceWords } from './reference-words.ts';
import type { SchemaField, TypePart } from './schema-fields.ts';

type Html = ReturnType<typeof html>;

/** A table of fields; what is not told of any of them has no column. */
export function renderFields(fields: readonly SchemaField[], words: ReferenceWords): Html {
  return html`<div class="table" tabindex="0" role="region" aria-label="${words.field}"><table>
<thead><tr><th scope="col">${words.field}</th><th scope="col">${words.type}</th><th scope="col">${words.required}</th><th scope="col">${words.description}</th></tr></thead>
<tbody>${fields.map((field, index) => [formRow(field, fields[index - 1], words), fieldRow(field, words)])}</tbody>
</table></div>`;
}

function formRow({ form }: SchemaField, before: SchemaField | undefined, words: ReferenceWords): Html | '' {
  if (form === undefined || form === before?.form) return '';
  return html`<tr class="form"><th scope="rowgroup" colspan="4">${words.form.replace('{number}', String(form))}</th></tr>`;
}

function fieldRow({ path, type, isRequired, description }: SchemaField, words: ReferenceWords): Html {
  return html`<tr><th scope="row"><code>${path === '' ? words.whole : path}</code></th><td><code>${renderType(type)}</code></td><td>${isRequired ? words.yes : words.no}</td><td lang="en">${renderText(description)}</td></tr>
`;
}

/** A type whose schemas lead to where they stand. */
export function renderType(type: readonly TypePart[]): readonly (Html | string)[] {
  return type.map((part) => (typeof part === 'string' ? part : html`<a href="#schema-${part.schema}">${part.schema}</a>`));
}

/** A text with what stands between backticks set as code. */
export function renderText(text: string): readonly (Html | string)[] {
  return text.split('`').map((piece, index) => (index % 2 === 0 ? piece : html`<code>${piece}</code>`));
}
