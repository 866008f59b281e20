import { html } from 'hono/html';
import { type ApiOperation, type ApiSchema, type NamedSchemas, resolveSchema } from './api-document.ts';
import { exampleCall } from './example-call.ts';
import type { ReferenceWords } from './reference-words.ts';
import { renderFields, renderText, renderType } from './render-fields.ts';
import { describeType, schemaFields } from './schema-fields.ts';

type Html = ReturnType<typeof html>;

/** One operation: what it does, what it takes, what it answers, and a call. */
export function renderOperation(described: ApiOperation, named: NamedSchemas, words: ReferenceWords): Html {
  const { path, method, operation } = described;
  const id = operation.operationId ?? `${method} ${path}`;
  return html`<article id="${id}" aria-labelledby="${id}-heading">
<h3 id="${id}-heading"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p class="summary" lang="en">${renderText(operation.summary ?? '')}</p>
${operation.description === undefined ? '' : html`<p lang="en">${renderText(operation.description)}</p>`}
${renderParameters(operation, words)}
${renderBody(operation, named, words)}
<h4>${words.answers}</h4>
<ul class="answers">${Object.entries(operation.responses ?? {}).map(([status, answer]) => renderAnswer(status, answer))}</ul>
<h4>${words.example}</h4>
<pre tabindex="0"><code>${exampleCall(described, named)}</code></pre>
</article>
`;
}

function renderParameters({ parameters = [] }: ApiOperation['operation'], words: ReferenceWords): Html | '' {
  const rows = parameters.flatMap((parameter) => ('in' in parameter ? [parameter] : []));
  if (rows.length === 0) return '';
  const places: Readonly<Record<string, string>> = words;
  return html`<h4>${words.parameters}</h4>
<div class="table" tabindex="0" role="region" aria-label="${words.parameters}"><table>
<thead><tr><th scope="col">${words.field}</th><th scope="col">${words.place}</th><th scope="col">${words.type}</th><th scope="col">${words.required}</th><th scope="col">${words.description}</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><code>${row.name}</code></th><td>${places[`place.${row.in}`] ?? row.in}</td><td><code>${row.schema === undefined ? '' : renderType(describeType(row.schema))}</code></td><td>${row.required === true ? words.yes : words.no}</td><td lang="en">${renderText(row.description ?? '')}</td></tr>
`,
  )}</tbody></table></div>`;
}

function renderBody({ requestBody }: ApiOperation['operation'], named: NamedSchemas, words: ReferenceWords): Html | '' {
  if (requestBody === undefined || !('content' in requestBody)) return '';
  return html`<h4>${words.body}</h4>
${Object.entries(requestBody.content).map(
  ([type, { schema }]: readonly [string, { readonly schema?: ApiSchema }]) =>
    html`<p><code>${type}</code></p>${schema === undefined ? '' : renderFields(schemaFields(resolveSchema(schema, named)), words)}`,
)}`;
}

/** Of a problem its form is told once for all. */
function renderAnswer(status: string, answer: NonNullable<ApiOperation['operation']['responses']>[string]): Html {
  const { description = '', content = {} }: { description?: string; content?: Readonly<Record<string, { readonly schema?: ApiSchema }>> } =
    answer;
  return html`<li><strong>${status}</strong> <span lang="en">${renderText(description)}</span> ${(
    /^[45]/.test(status) ? [] : Object.entries(content)
  ).map(
    ([type, { schema }]) =>
      html`<span class="content"><code>${type}</code>${schema?.$ref === undefined ? '' : html` <code>${renderType(describeType(schema))}</code>`}</span>`,
  )}</li>
`;
}
