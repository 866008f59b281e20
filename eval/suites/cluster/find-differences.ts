import { type Application, configuredCaller, exportKnowledge, listDocuments, reconcileStores } from '../../../app/index.ts';
import { makeDocumentId, makeVersionId, sha256 } from '../../../kernel/index.ts';
import { differences, stateOf } from '../removal/state-of.ts';
import type { LastingDocument } from './course.ts';

const LINES_SHOWN = 4;

/** Documents and versions that were acknowledged and are not there or not read, and those that nobody sent or that were taken back. */
export async function findMisplaced(application: Application, documents: readonly LastingDocument[]): Promise<readonly string[]> {
  const caller = configuredCaller(application.config);
  const expected = documents.flatMap(({ uri, versions }) => {
    const document = makeDocumentId(caller.tenant, uri);
    return versions.map(({ text }) => `${uri} ${makeVersionId(document, sha256(text))} settled visible`);
  });
  const found = (await listDocuments(application, caller)).flatMap(({ document, versions }) =>
    versions.map(
      ({ id, state, outcome, reason }) => `${document.uri} ${id} ${state} ${outcome ?? ''}${reason === undefined ? '' : ` (${reason})`}`,
    ),
  );
  return [
    ...expected.filter((line) => !found.includes(line)).map((line) => `lost: ${line}`),
    ...found.filter((line, index) => !expected.includes(line) || found.indexOf(line) !== index).map((line) => `not expected: ${line}`),
  ];
}

/** In what a site differs from one that nobody disturbed: canonical export, index, graph and bytes, with the first lines that do. */
export async function findDifferences(undisturbed: Application, site: Application, signal: AbortSignal): Promise<readonly string[]> {
  const expected = await stateOf(undisturbed, new Map(), signal);
  const parts = differences(expected, await stateOf(site, expected.units, signal));
  if (parts.length === 0) return [];
  const [wanted, got] = [await linesOf(undisturbed, signal), await linesOf(site, signal)];
  return [
    ...parts.map((part) => `differs: ${part}`),
    ...[...wanted]
      .filter((line) => !got.has(line))
      .slice(0, LINES_SHOWN)
      .map((line) => `missing line: ${line}`),
    ...[...got]
      .filter((line) => !wanted.has(line))
      .slice(0, LINES_SHOWN)
      .map((line) => `other line: ${line}`),
  ];
}

/** Units of index and graph that are not as the ledger says, and what is wrong inside either; repairs nothing. */
export async function findDrift(application: Application, signal: AbortSignal): Promise<readonly string[]> {
  const { drift, faults } = await reconcileStores(application, configuredCaller(application.config), { repair: false }, signal);
  return [
    ...drift.map(({ target, unit, kind }) => `drift: ${target} ${unit.kind} ${unit.id} is ${kind}`),
    ...faults.map(({ target, what }) => `fault in ${target}: ${what}`),
  ];
}

async function linesOf(application: Application, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const lines = new Set<string>();
  for await (const some of exportKnowledge(application, configuredCaller(application.config), undefined, signal))
    for (const line of some) lines.add(line);
  return lines;
}
