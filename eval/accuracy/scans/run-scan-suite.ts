import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { AnswerContent } from '../../../answering/index.ts';
import { type Application, configuredCaller, ingestFiles, loadConfig, openApplication, withoutServers } from '../../../app/index.ts';
import { createRandom } from '../../../datasets/index.ts';
import type { Caller } from '../../../kernel/index.ts';
import { PATIENT } from '../patient.ts';
import { type DocumentFacts, factsOfDocuments } from './facts-of-documents.ts';
import { type ScanOptions, scanPdf } from './scan-pdf.ts';

/** A question over the material, and whether an answer is right, wrong, or none. */
export interface ScanQuestion {
  readonly id: string;
  readonly question: string;
  ask(application: Application, caller: Caller, signal: AbortSignal): Promise<AnswerContent>;
  /** @param fileOf name of a document's file. */
  grade(content: AnswerContent, fileOf: (documentId: string) => string | undefined): string;
}

/** Documents of which the PDFs are read as texts and as their scans, and what is asked of both. */
export interface ScanMaterial {
  readonly name: string;
  /** Paths; no two files are called alike. */
  readonly files: readonly string[];
  readonly questions: readonly ScanQuestion[];
}

/** One question with what was answered over the texts and over their scans. */
export interface ComparedAnswer {
  readonly id: string;
  readonly question: string;
  readonly byText: { readonly grade: string; readonly content: AnswerContent };
  readonly byScan: { readonly grade: string; readonly content: AnswerContent };
  /** Quotes of the answer over the scan that stand in a scanned document and bear no mark that they were recognised. */
  readonly unmarked: readonly string[];
}

export interface ComparedFacts {
  readonly file: string;
  readonly outcome: string;
  /** How many the text makes known by what is drawn as text, and how many of them the scan makes known too. */
  readonly byText: number;
  readonly both: number;
  /** How many more both ways recognise in pictures of the text, which say nothing of reading a scan of it. */
  readonly ofPictures: number;
  /** In words; what the text alone, and what the scan alone makes known. */
  readonly lost: readonly string[];
  readonly invented: readonly string[];
}

export interface ScanReport {
  readonly name: string;
  readonly facts: readonly ComparedFacts[];
  readonly answers: readonly ComparedAnswer[];
}

/** Reads the same documents twice, their PDFs as texts and as scans, and compares what each makes known and how questions are answered. */
export async function runScanSuite(
  material: ScanMaterial,
  options: ScanOptions & { readonly seed: number; readonly onProgress: (text: string) => void },
  signal: AbortSignal,
): Promise<ScanReport> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-scans-'));
  try {
    const scans = join(workspace, 'scans');
    await mkdir(scans);
    for (const file of material.files.filter(isScanned)) {
      signal.throwIfAborted();
      options.onProgress(`scanning ${basename(file)}`);
      await writeFile(join(scans, basename(file)), await scanPdf(file, createRandom(options.seed, basename(file)), options));
    }
    const scannedFiles = material.files.map((file) => (isScanned(file) ? join(scans, basename(file)) : file));
    options.onProgress('reading texts');
    const texts = await readAndAsk(material.files, material.questions, join(workspace, 'texts-home'), signal);
    options.onProgress('reading scans');
    const scanned = await readAndAsk(scannedFiles, material.questions, join(workspace, 'scans-home'), signal);
    return {
      name: material.name,
      facts: material.files.filter(isScanned).map((file) => compareFacts(basename(file), texts, scanned)),
      answers: material.questions.flatMap(({ id, question }, at): ComparedAnswer[] => {
        const [byText, byScan] = [texts.answers[at], scanned.answers[at]];
        return byText === undefined || byScan === undefined ? [] : [{ id, question, byText, byScan, unmarked: byScan.unmarked }];
      }),
    };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

interface ReadMaterial {
  readonly facts: ReadonlyMap<string, DocumentFacts>;
  readonly outcomes: ReadonlyMap<string, string>;
  readonly answers: readonly { readonly grade: string; readonly content: AnswerContent; readonly unmarked: readonly string[] }[];
}

async function readAndAsk(
  paths: readonly string[],
  questions: readonly ScanQuestion[],
  home: string,
  signal: AbortSignal,
): Promise<ReadMaterial> {
  const application = await openApplication(loadConfig({ ...PATIENT, home }, withoutServers()));
  try {
    const caller = configuredCaller(application.config);
    const { files } = await ingestFiles(application, caller, { paths }, () => undefined, signal);
    const names = new Map(files.map(({ uri, version }) => [String(version.documentId), basename(uri)]));
    const fileOf = (id: string) => names.get(id);
    const answers = [];
    for (const question of questions) {
      const content = await question.ask(application, caller, signal);
      const unmarked = content.citations
        .filter(({ documentId, recognition }) => isScanned(fileOf(documentId) ?? '') && recognition === undefined)
        .map(({ quote }) => quote);
      answers.push({ grade: question.grade(content, fileOf), content, unmarked });
    }
    const outcomes = new Map(files.map(({ uri, version }) => [basename(uri), version.outcome ?? 'none']));
    return { facts: await factsOfDocuments(application, fileOf), outcomes, answers };
  } finally {
    await application.close();
  }
}

function compareFacts(file: string, texts: ReadMaterial, scanned: ReadMaterial): ComparedFacts {
  const [byText, byScan] = [texts.facts.get(file) ?? NOTHING, scanned.facts.get(file) ?? NOTHING];
  const drawn = new Map([...byText].filter(([, { ofPicture }]) => !ofPicture));
  const lost = without(drawn, byScan);
  const outcome = scanned.outcomes.get(file) ?? 'none';
  return {
    ...{ file, outcome, lost, invented: without(byScan, byText) },
    ...{ byText: drawn.size, both: drawn.size - lost.length, ofPictures: byText.size - drawn.size },
  };
}

const NOTHING: DocumentFacts = new Map();

function without(some: DocumentFacts, others: DocumentFacts): readonly string[] {
  return [...some].filter(([id]) => !others.has(id)).map(([, { words }]) => words);
}

function isScanned(file: string): boolean {
  return file.toLowerCase().endsWith('.pdf');
}
