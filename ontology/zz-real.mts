import { readInProcess } from '/work/main/ingest/sandbox/read-in-process.ts';
import { loadParser } from '/work/main/ingest/parsers.ts';
import { DEFAULT_READ_LIMITS } from '/work/main/ingest/index.ts';
import { extractChunk } from '/work/main/ontology/index.ts';
import { makeDocumentId, makeVersionId, parseTenantId } from '/work/main/kernel/index.ts';
import { basename } from 'node:path';
const [,, file, shown = '60', filter = ''] = process.argv;
const tenant = parseTenantId('t')!;
const versionId = makeVersionId(makeDocumentId(tenant, file!), 'a');
const names = new Map<string, string>(); let passages: any[] = [], records: any[] = []; let title = basename(file!);
for await (const event of readInProcess({ path: file!, fileName: basename(file!), versionId, limits: DEFAULT_READ_LIMITS }, loadParser)) {
  if (event.kind === 'survey') title = event.survey.properties.title ?? title;
  if (event.kind === 'chunk') { passages.push(...event.chunk.passages); records.push(...event.chunk.records); }
  if (event.kind === 'ended') console.log('ended', event.outcome, event.reason ?? '');
}
console.log('title', title, 'passages', passages.length, 'records', records.length);
const kinds: any = {}; for (const p of passages) kinds[p.kind] = (kinds[p.kind] ?? 0) + 1; console.log(kinds);
const roleSets = new Map<string, number>();
for (const p of passages) if (p.cells) { const r = p.cells.map((c: any) => `${c.column.slice(0,20)}:${c.role ?? '-'}`).join(' | '); roleSets.set(r, (roleSets.get(r) ?? 0) + 1); }
for (const [r, n] of [...roleSets].slice(0, 25)) console.log('  ', n, r);
let carry: any; const t0 = performance.now(); const counts: any = {}; let lines: string[] = []; const q: any = {}; let uses=0; let links=0; const codedN: any = {};
for (let at = 0; at < passages.length; at += 400) {
  const chunk = passages.slice(at, at + 400); const ids = new Set(chunk.map((p) => p.id));
  const out = extractChunk({ tenant, versionId, site: 's', title, passages: chunk, records: records.filter((r) => ids.has(r.passageId)), carry, patterns: [] });
  carry = out.carry; uses += out.uses.length; links += out.links.length;
  for (const k of out.keys) names.set(k.id, `${k.text}<${k.type}>`);
  for (const { fact, evidence } of out.facts) { const name = `${fact.predicate} ${evidence.extractor}`; counts[name] = (counts[name] ?? 0) + 1;
    const o = fact.object.kind === 'key' ? names.get(fact.object.key) : `"${fact.object.value.text}"(${fact.object.value.kind})`;
    lines.push(`${names.get(fact.subject)} ${fact.predicate} ${o} ${fact.qualifiers.map((x) => `${x.name}=${x.value.kind === 'key' ? names.get(x.value.key) : x.value.value.text}`).join(' ')}  [${evidence.extractor}] «${evidence.quote.slice(0, 120).replace(/\n/g,'⏎')}»`); }
  for (const x of out.quarantine) { q[x.reason] = (q[x.reason] ?? 0) + 1; if (q[x.reason] < 3) console.log('Q', x.reason, x.detail); }
  for (const c of out.coded) { const n = c.field + ' ' + (c.value as any).concept; codedN[n] = (codedN[n] ?? 0) + 1; }
}
console.log('ms', Math.round(performance.now() - t0), 'uses', uses, 'links', links, counts, q);
if (records.length) console.log(Object.entries(codedN).sort((a: any, b: any) => b[1] - a[1]).slice(0, 40));
if (filter) lines = lines.filter((l) => l.includes(filter));
const step = Math.max(1, Math.floor(lines.length / Number(shown))); for (let i = 0; i < lines.length; i += step) console.log(lines[i]);
