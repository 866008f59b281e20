import { existsSync, writeFileSync } from 'node:fs';
import { createRandom } from './datasets/index.ts';
import { scanPdf } from './eval/accuracy/scans/scan-pdf.ts';
import { readInProcess } from './ingest/sandbox/read-in-process.ts';
import { DEFAULT_READ_LIMITS } from './ingest/index.ts';
import { loadParser } from './ingest/parsers.ts';
import { openRecogniser } from './ingest/ocr/open-recogniser.ts';
import { makeDocumentId, makeVersionId, parseTenantId } from './kernel/index.ts';
const [out, ...files] = process.argv.slice(2) as string[];
const tenant = parseTenantId('scans')!;
const recogniser = openRecogniser();
for (const pdf of files) {
  const name = pdf.split('/').at(-1)!;
  const scan = `${out}/${name}`;
  if (!existsSync(scan)) writeFileSync(scan, await scanPdf(pdf, createRandom(1, name), { dpi: 288, degraded: false }));
  const passages: any[] = [];
  for await (const e of readInProcess({ path: scan, fileName: name, versionId: makeVersionId(makeDocumentId(tenant, 'x'), '0'.repeat(64)), limits: DEFAULT_READ_LIMITS } as never, loadParser, { recogniser } as never)) if (e.kind === 'chunk') passages.push(...(e as any).chunk.passages);
  writeFileSync(`${out}/${name}.json`, JSON.stringify(passages));
  console.log(name, passages.length);
}
await recogniser.close();
