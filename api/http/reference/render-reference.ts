import { html } from 'hono/html';
import { ERROR_TABLE } from '../../../kernel/index.ts';
import { type ApiDocument, operationsOf } from './api-document.ts';
import { groupOperations, type OperationGroup } from './group-operations.ts';
import { REFERENCE_WORDS, type ReferenceLanguage, type ReferenceWords } from './reference-words.ts';
import { renderFields, renderText } from './render-fields.ts';
import { renderOperation } from './render-operation.ts';
import { schemaFields } from './schema-fields.ts';

type Html = ReturnType<typeof html>;

/** The description of the API as a page that people read: no script, its one style sheet beside it. */
export async function renderReference(document: ApiDocument, language: ReferenceLanguage): Promise<string> {
  const words = REFERENCE_WORDS[language];
  const named = document.components?.schemas ?? {};
  const groups = groupOperations(operationsOf(document), words);
  const title = words.title.replace('{version}', document.info.version);
  const other = language === 'en' ? 'zh' : 'en';
  const page = await html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><strong>${title}</strong>
<a href="/">${words.toPage}</a> <a href="/openapi.json">${words.toDocument}</a> <a href="/docs/${other}" hreflang="${REFERENCE_WORDS[other].language}" lang="${REFERENCE_WORDS[other].language}">${words.other}</a></header>
<div class="columns">
${renderContents(groups, words)}
<main id="content" tabindex="-1">
<h1>${title}</h1>
<p lang="en">${document.info.description ?? ''}</p>
<section id="start"><h2>${words.start}</h2><p>${words['start.address']}</p><p>${words['start.form']}</p><p>${words['start.paging']}</p></section>
${groups.map(
  ({ id, title: heading, operations }) => html`<section id="group-${id}"><h2>${heading}</h2>
${operations.map((operation) => renderOperation(operation, named, words))}</section>`,
)}
${renderErrors(words)}
<section id="schemas"><h2>${words.schemas}</h2>
${Object.entries(named).map(
  ([name, schema]) => html`<article id="schema-${name}"><h3><code>${name}</code></h3>
${schema.description === undefined ? '' : html`<p lang="en">${renderText(schema.description)}</p>`}
${renderFields(schemaFields(schema), words)}</article>
`,
)}</section>
</main>
</div>
</body>
</html>
`;
  return String(page);
}

function renderContents(groups: readonly OperationGroup[], words: ReferenceWords): Html {
  return html`<nav aria-label="${words.contents}"><details open><summary>${words.contents}</summary><ul>
<li><a href="#start">${words.start}</a></li>
${groups.map(
  ({ id, title, operations }) => html`<li><a href="#group-${id}">${title}</a><ul>
${operations.map(({ path, method, operation }) => html`<li><a href="#${operation.operationId ?? ''}"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></a></li>`)}</ul></li>`,
)}
<li><a href="#errors">${words.errors}</a></li>
<li><a href="#schemas">${words.schemas}</a></li>
</ul></details></nav>`;
}

function renderErrors(words: ReferenceWords): Html {
  return html`<section id="errors"><h2>${words.errors}</h2><p>${words['errors.form']}</p>
<div class="table" tabindex="0" role="region" aria-label="${words.errors}"><table>
<thead><tr><th scope="col">${words.code}</th><th scope="col">${words.status}</th><th scope="col">${words.means}</th><th scope="col">${words.retryable}</th></tr></thead>
<tbody>${Object.entries(ERROR_TABLE).map(
    ([code, { status, title, retryable }]) =>
      html`<tr><th scope="row"><code>${code}</code></th><td>${status}</td><td lang="en">${title}</td><td>${retryable ? words.yes : words.no}</td></tr>
`,
  )}</tbody></table></div></section>`;
}
