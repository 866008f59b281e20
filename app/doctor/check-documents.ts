import { FaultlineError, type VersionRow } from '../../kernel/index.ts';
import { startParsedDigest } from '../../ledger/index.ts';
import { DOCTOR_WORDS, type Said } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { parseTool } from '../parse-tool.ts';
import { readingRequest } from '../reading-request.ts';
import { type DoctorLine, ill, well } from './doctor-line.ts';

/** Documents named one by one; the rest is counted. */
const MOST_NAMED = 10;

/** `other-parser`: what is kept was read by another version of the parser, so that the two cannot be compared. */
type Comparison = 'same' | 'differs' | 'damaged-bytes' | 'bytes-gone' | 'ends-otherwise' | 'other-parser';

const WORDS = DOCTOR_WORDS.documents;

/**
 * Reads every version that readers see again from its bytes, and compares passages and records with what the ledger keeps. Writes
 * nothing; takes as long as reading all documents does.
 */
export async function checkDocuments(application: Application, signal: AbortSignal): Promise<readonly DoctorLine[]> {
  const { config, ledger } = application;
  const access = await ledger.accessFor(config.tenant, 'all');
  const named: Said[] = [];
  let [same, others, wrong] = [0, 0, 0];
  for (const { document, versions } of await ledger.documents.list(access)) {
    for (const version of versions) {
      if (version.state !== 'settled') continue;
      const found = await compareReading(application, version, signal);
      if (found === undefined) continue;
      if (found === 'same') same += 1;
      else if (found === 'other-parser') others += 1;
      else {
        wrong += 1;
        const { en, zh } = WORDS[found];
        const name = `"${version.title}" (${document.uri}, ${version.id})`;
        if (named.length < MOST_NAMED) named.push({ en: `${name}: ${en}`, zh: `${name}：${zh}` });
      }
    }
  }
  const lines: DoctorLine[] = [];
  if (wrong === 0) lines.push(well('documents', WORDS.same(same)));
  else {
    const all = { en: named.map(({ en }) => en).join('; '), zh: named.map(({ zh }) => zh).join('；') };
    lines.push(ill('documents', 'fail', WORDS.wrong(wrong, same + wrong, all), WORDS.sendAgain));
  }
  if (others > 0) lines.push(ill('parser', 'warn', WORDS.otherParser(others), WORDS.readAgain));
  return lines;
}

/** Undefined for a version of which nothing was parsed. */
async function compareReading(application: Application, version: VersionRow, signal: AbortSignal): Promise<Comparison | undefined> {
  const { config, blobs, grammar, ledger } = application;
  const last = await ledger.stages.lastShown(version.id, 'parsed');
  if (last === undefined) return undefined;
  const path = await blobs.get(config.tenant, version.sha256).catch((error: unknown) => {
    if (error instanceof FaultlineError && error.code === 'damaged-bytes') return 'damaged' as const;
    throw error;
  });
  if (path === undefined) return 'bytes-gone';
  if (path === 'damaged') return 'damaged-bytes';
  const corrected = await ledger.decisions.corrections(version.id);
  const request = readingRequest(config, version, path, corrected);
  const fresh = startParsedDigest();
  for await (const event of application.read(request, signal)) {
    if (event.kind === 'survey') {
      if (parseTool(event.parserVersion, corrected.digest, grammar) !== last.tool) return 'other-parser';
    } else if (event.kind === 'chunk') fresh.add(event.chunk.passages, event.chunk.records);
    else if (event.outcome !== version.outcome) return 'ends-otherwise';
  }
  const [kept, read] = [await ledger.content.parsed(version.id, signal), fresh.end()];
  return kept.passages === read.passages && kept.records === read.records ? 'same' : 'differs';
}
