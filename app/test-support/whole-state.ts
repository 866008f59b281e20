import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteGraphStore } from '../../graph/index.ts';
import { parseKeyId, parseVersionId, type Unit } from '../../kernel/index.ts';
import { analyserVersion, openSqliteSearchIndex } from '../../retrieval/index.ts';
import { openSqlite } from '../../storage/index.ts';
import type { Application } from '../application.ts';
import { exportKnowledge } from '../commands/export-knowledge.ts';
import { projectUnit } from '../projection/projector.ts';
import { CALLER, NEVER } from './workspace.ts';

/** All that a data folder holds, in a form in which equal states are equal: lines of knowledge, digests of projections, blobs. */
export interface WholeState {
  readonly knowledge: readonly string[];
  /** `search|graph kind id digest`, sorted. */
  readonly projections: readonly string[];
  readonly blobs: readonly string[];
}

export async function knowledgeOf(application: Application): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const some of exportKnowledge(application, CALLER, undefined, NEVER)) lines.push(...some);
  return lines;
}

/**
 * State of the data folder. The projections are read for each unit that ledger, index or graph holds, so a unit that only a
 * projection knows is a line too many.
 */
export async function wholeState(application: Application): Promise<WholeState> {
  const knowledge = await knowledgeOf(application);
  const { index, graph, config } = application;
  const units = new Map([...unitsOf(knowledge), ...storedUnits(config.home)].map((unit) => [unit.id, unit]));
  return {
    knowledge,
    projections: await digestsOf({ index, graph }, [...units.values()]),
    blobs: await filesBelow(join(config.home, 'blobs')),
  };
}

/** The application over a search index and a graph made anew from its ledger; closing it closes these two only. */
export async function rebuild(application: Application): Promise<Application> {
  const { embedder, grammar, ledger } = application;
  const { model, dimension, centre } = embedder;
  const from = { ledger, grammar, passageEmbedder: embedder };
  const index = openSqliteSearchIndex(':memory:', { analyser: analyserVersion(grammar), model, dimension, centre });
  const graph = openSqliteGraphStore(':memory:');
  for (const unit of unitsOf(await knowledgeOf(application))) {
    if (unit.kind === 'version') await projectUnit(from, { target: 'search', store: index }, unit, 1, NEVER);
    await projectUnit(from, { target: 'graph', store: graph }, unit, 1, NEVER);
  }
  return {
    ...application,
    index,
    graph,
    async close() {
      index.close();
      graph.close();
    },
  };
}

/** The `projections` of a state whose index and graph were made anew. */
export async function rebuiltProjections(application: Application): Promise<readonly string[]> {
  const rebuilt = await rebuild(application);
  try {
    return await digestsOf(rebuilt, unitsOf(await knowledgeOf(application)));
  } finally {
    await rebuilt.close();
  }
}

async function digestsOf({ index, graph }: Pick<Application, 'index' | 'graph'>, units: readonly Unit[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const unit of units) {
    if (unit.kind === 'version') lines.push(`search ${unit.kind} ${unit.id} ${await index.digest(unit)}`);
    lines.push(`graph ${unit.kind} ${unit.id} ${await graph.digest(unit)}`);
  }
  return lines.sort();
}

/** The units that the ledger tells its projections of: versions that were read, and the keys of its entities. */
function unitsOf(knowledge: readonly string[]): readonly Unit[] {
  return knowledge.flatMap((text): Unit[] => {
    const line = JSON.parse(text) as { line: string; id?: string; key?: string; passages?: number };
    if (line.line === 'version' && line.passages !== 0) return [versionUnit(line.id ?? '')];
    return line.line === 'component' ? [keyUnit(line.key ?? '')] : [];
  });
}

/** The units whose rows stand in the files of index and graph, whatever the ledger says. */
function storedUnits(home: string): readonly Unit[] {
  const search = selectIds(join(home, 'search.db'), 'select distinct unit from passage').map(versionUnit);
  const edges = selectIds(join(home, 'graph.db'), 'select distinct unit from edge').map(versionUnit);
  const nodes = selectIds(join(home, 'graph.db'), 'select distinct unit from node').map(keyUnit);
  return [...search, ...edges, ...nodes];
}

function selectIds(path: string, query: string): readonly string[] {
  const database = openSqlite(path, { readonly: true });
  try {
    return database.prepare<[], string>(query).pluck().all();
  } finally {
    database.close();
  }
}

function versionUnit(text: string): Unit {
  const id = parseVersionId(text);
  if (id === undefined) throw new Error(`"${text}" is no version`);
  return { kind: 'version', id };
}

function keyUnit(text: string): Unit {
  const id = parseKeyId(text);
  if (id === undefined) throw new Error(`"${text}" is no key`);
  return { kind: 'key', id };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  // Nothing was ever kept.
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath.slice(folder.length), entry.name)] : [])).sort();
}
