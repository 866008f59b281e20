import { bytesMissing, type ReadEvent, type Survey } from '../ingest/index.ts';
import {
  canonicalJson,
  FaultlineError,
  type Json,
  type ScopeName,
  sha256,
  type TagGrammar,
  type TenantId,
  tablesOf,
  type VersionId,
} from '../kernel/index.ts';
import type { DocumentVersion } from '../ledger/index.ts';
import { passageTokens } from '../retrieval/index.ts';
import type { Application } from './application.ts';
import { extractVersion } from './extract-version.ts';
import { extractorTool } from './extractor-tool.ts';
import { leaveToWorker } from './leave-to-worker.ts';
import { parseTool } from './parse-tool.ts';
import { PASSAGES_A_STEP, REFINED, type Refined, type Refinement, START_OF_EXTRACTION } from './pipeline/refinement.ts';
import { project } from './projection/projector.ts';
import { readingRequest } from './reading-request.ts';
import type { ReportProgress } from './report-progress.ts';
import { scopeNamesOf, sentDocument } from './scope-names-of.ts';

/** A version whose reading ended in one of these holds nothing to extract or show. */
const UNREADABLE: ReadonlySet<string> = new Set(['empty', 'unread-scan', 'encrypted', 'damaged', 'unsupported-format', 'failed']);

/**
 * Takes a version from wherever it stands to its outcome. Each chunk is a commit, so a killed run goes on at its last chunk;
 * readers see the version only after the last commit. Gives how reading ended; undefined when the version is gone.
 */
export async function ingestVersion(
  application: Application,
  tenant: TenantId,
  id: VersionId,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<EndedVersion | undefined> {
  const { ledger, logger } = application;
  const found = await ledger.documents.find(tenant, id);
  if (found === undefined || found.version.state === 'retracting') return undefined;
  const { version } = found;
  const isShown = await ledger.stages.isShown(id);
  const ended = await read(application, found, !isShown || (await ledger.stages.isReread(id)), report, signal);
  if (isShown) return readAgain(application, found, ended, report, signal);
  if (UNREADABLE.has(ended.outcome) && ended.report.passages === 0) {
    await ledger.documents.settle(id, ended.outcome, ended.reason, ended.report);
    logger.event('ingest', 'version-settled', { version: id, outcome: ended.outcome });
    return endedAs(ended);
  }
  await ledger.documents.setState(id, 'parsed');
  await extractVersion(application, found, { whole: true, total: ended.report.passages }, report, signal);
  await ledger.documents.setState(id, 'extracted');
  await ledger.stages.commitResolved(id);
  await report({ stage: 'project', chunk: 0, done: 0, total: 1, unit: 'version' }, version);
  await project(application, signal);
  await ledger.documents.setState(id, 'projected');
  await ledger.documents.settle(id, ended.outcome, ended.reason, ended.report);
  await ledger.makeVisible(id);
  // Earlier versions that stand under its labels now.
  await leaveToWorker(application, () => project(application, signal));
  await report({ stage: 'project', chunk: 1, done: 1, total: 1, unit: 'version' }, version);
  logger.event('ingest', 'version-settled', { version: id, outcome: ended.outcome });
  return endedAs(ended);
}

/**
 * Ends the reading of a version that readers have been shown meanwhile as it was read before: what was read now takes its place in one
 * commit. Where nothing could be read now, what was read before stays, with the reason.
 */
async function readAgain(
  application: Application,
  found: DocumentVersion,
  ended: EndOfReading,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<EndedVersion> {
  const { ledger, logger } = application;
  const { version } = found;
  const { outcome } = ended;
  if (ended.report.passages === 0) {
    await ledger.stages.breakOff(
      version.id,
      `Read again, this document is "${outcome}"${reasonText(ended)}; what was read before is shown.`,
    );
    logger.event('ingest', 'version-kept', { version: version.id, outcome });
    return endedAs(ended);
  }
  await extractVersion(application, found, { whole: true, total: ended.report.passages }, report, signal);
  await report({ stage: 'project', chunk: 0, done: 0, total: 1, unit: 'version' }, version);
  await ledger.stages.takePlace(version.id, { outcome, reason: ended.reason, report: ended.report });
  await project(application, signal);
  await report({ stage: 'project', chunk: 1, done: 1, total: 1, unit: 'version' }, version);
  logger.event('ingest', 'version-settled', { version: version.id, outcome });
  return endedAs(ended);
}

function reasonText({ reason }: EndedVersion): string {
  return reason === undefined ? '' : `: ${reason}`;
}

/** How reading ended, as the job tells it. */
type EndedVersion = Pick<EndOfReading, 'outcome' | 'reason'>;

function endedAs({ outcome, reason }: EndedVersion): EndedVersion {
  return { outcome, ...(reason === undefined ? {} : { reason }) };
}

type EndOfReading = Extract<ReadEvent, { kind: 'ended' }>;

/** Reads from where an earlier run stopped, if it was of this program and these corrections, else from the beginning. */
async function read(
  application: Application,
  found: DocumentVersion,
  resumes: boolean,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<EndOfReading> {
  // Only people who decide meanwhile keep this going.
  for (let goesOn = resumes; ; goesOn = false) {
    const ended = await readFrom(application, found, goesOn, report, signal);
    if (ended === 'of-another-program' && !goesOn)
      throw new FaultlineError('internal', 'A reading from the beginning goes on with nothing.');
    if (ended !== 'of-another-program' && ended !== 'of-other-corrections') return ended;
  }
}

/**
 * Reads the bytes and commits chunk by chunk, from where an earlier run stopped or from the beginning: passages, and what was
 * extracted from them. The next chunks are made while one is committed. What was read before from there is known again.
 */
async function readFrom(
  application: Application,
  found: DocumentVersion,
  resumes: boolean,
  report: ReportProgress,
  signal: AbortSignal,
): Promise<EndOfReading | 'of-another-program' | 'of-other-corrections'> {
  const { blobs, ledger, config, grammar } = application;
  const extractor = extractorTool(grammar);
  const { document, version } = found;
  const path = await blobs.get(document.tenant, version.sha256);
  if (path === undefined) throw bytesMissing();
  const corrected = await ledger.decisions.corrections(version.id);
  const { corrections, digest } = corrected;
  const columns = sha256(canonicalJson(corrections.columns as unknown as Json));
  const surveyed = resumes ? await ledger.stages.last(version.id, 'survey') : undefined;
  const last = resumes ? await ledger.stages.last(version.id, 'parsed') : undefined;
  const stored = surveyed === undefined ? undefined : (surveyed.carry as unknown as StoredSurvey);
  // A survey under other roles of columns is another one.
  const known = corrections.columns.length === 0 ? plainSurvey(stored) : stored?.columns === columns ? stored : undefined;
  let parserVersion = known?.parserVersion ?? '';
  let unit: Survey['unit'] = known?.survey.unit ?? 'block';
  let total = known?.survey.total ?? 0;
  let names: readonly ScopeName[] = known === undefined ? [] : scopeNamesOf(sentDocument(found), known.survey.properties);
  const resume =
    last === undefined || known === undefined || last.tool !== parseTool(parserVersion, digest, grammar)
      ? undefined
      : { ordinal: last.ordinal, carry: last.carry };
  const refinement: Refinement = {
    tenant: document.tenant,
    site: document.site,
    title: found.givenTitle,
    sent: sentDocument(found),
    patterns: config.tagPatterns,
    from: resume === undefined ? START_OF_EXTRACTION : await extractVersion(application, found, { whole: false, total }, report, signal),
  };
  const request = {
    ...readingRequest(config, version, path, corrected),
    ...(known === undefined ? {} : { survey: known.survey }),
    ...(resume === undefined ? {} : { resume }),
    refinement,
  };
  for await (const event of application.read(request, signal)) {
    if (event.kind === 'survey') {
      if (known !== undefined && known.parserVersion !== event.parserVersion) return 'of-another-program';
      await ledger.decisions.noteTables(version.id, tablesOf(event.report.columns ?? []));
      // Which forms its tables follow, and so what people said of their columns, shows only now.
      if ((await ledger.decisions.corrections(version.id)).digest !== digest) return 'of-other-corrections';
      parserVersion = event.parserVersion;
      ({ total, unit } = event.survey);
      const surveyedNow: StoredSurvey = { parserVersion, survey: event.survey, ...(corrections.columns.length === 0 ? {} : { columns }) };
      await ledger.stages.commitSurvey(version.id, surveyedNow as unknown as Json);
      names = scopeNamesOf(sentDocument(found), event.survey.properties);
      await ledger.documents.describe(version.id, event.survey.properties, event.format, names);
      await report({ stage: 'survey', chunk: 0, done: total, total, unit }, version);
      continue;
    }
    // A reading that was broken off, or by a reader that does not refine, leaves the steps to `extractVersion`.
    const { tokens, steps } = event.refined === undefined ? unrefined(event, grammar, names) : REFINED.parse(event.refined);
    if (event.kind === 'chunk') {
      const { chunk } = event;
      const parsed = { tool: parseTool(parserVersion, digest, grammar), chunk, tokens };
      await ledger.stages.commitRead(version.id, parsed, { tool: extractor, chunks: steps });
      await report({ stage: 'read', chunk: chunk.ordinal, done: chunk.done, total, unit }, version);
    } else for (const step of steps) await ledger.stages.commitExtracted(version.id, extractor, step);
    for (const { ordinal } of steps) {
      const all = (ordinal + 1) * PASSAGES_A_STEP;
      // How many passages there will be is known when all has been read.
      const known = event.kind === 'ended' ? { done: Math.min(all, event.report.passages), total: event.report.passages } : { done: all };
      await report({ stage: 'extract', chunk: ordinal, ...known, unit: 'passage' }, version);
    }
    if (event.kind === 'ended') return event;
  }
  throw new FaultlineError('internal', 'Reading stopped without an outcome.');
}

function unrefined(event: Exclude<ReadEvent, { kind: 'survey' }>, grammar: TagGrammar, names: readonly ScopeName[]): Refined {
  return {
    tokens: event.kind === 'chunk' ? event.chunk.passages.map((passage) => passageTokens(passage, grammar, names)) : [],
    steps: [],
  };
}

interface StoredSurvey {
  readonly parserVersion: string;
  readonly survey: Survey;
  /** Digest of the roles of columns as people corrected them, where they did. */
  readonly columns?: string;
}

function plainSurvey(stored: StoredSurvey | undefined): StoredSurvey | undefined {
  return stored?.columns === undefined ? stored : undefined;
}
