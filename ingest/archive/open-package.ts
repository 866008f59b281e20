import type { Readable } from 'node:stream';
import { failed, ok, type Result } from '../../kernel/index.ts';
import type { ReadLimits } from '../parser/document-parser.ts';
import type { ReadFault } from '../parser/read-fault.ts';
import { type ArchiveEntry, openArchive } from './open-archive.ts';
import { readXml, type XmlHandlers } from './read-xml.ts';

/** An Office package: parts by name. `close` it. */
export interface Package {
  readonly names: readonly string[];
  /** Reads a part as XML; a part that is not there has no content. */
  readPart(name: string, handlers: XmlHandlers): Promise<void>;
  /** Reads a part as XML and yields after each piece. */
  readPartSteps(name: string, handlers: XmlHandlers): AsyncGenerator<void>;
  partStream(name: string): Promise<Readable | undefined>;
  close(): void;
}

/** Opens a zip package whose limits `scanArchive` has checked. */
export async function openPackage(path: string, limits: ReadLimits): Promise<Result<Package, ReadFault>> {
  const opened = await openArchive(path);
  if (!opened.ok) return failed(opened.fault);
  const archive = opened.value;
  const entries = new Map<string, ArchiveEntry>();
  for await (const entry of archive.eachEntry()) entries.set(entry.name, entry);

  const partStream = async (name: string): Promise<Readable | undefined> => {
    const entry = entries.get(name);
    return entry === undefined ? undefined : archive.readStream(entry);
  };
  async function* readPartSteps(name: string, handlers: XmlHandlers): AsyncGenerator<void> {
    const stream = await partStream(name);
    if (stream !== undefined) yield* readXml(stream, limits.maxDepth, handlers);
  }
  return ok({
    names: [...entries.keys()],
    partStream,
    readPartSteps,
    async readPart(name, handlers) {
      for await (const _ of readPartSteps(name, handlers));
    },
    close: () => archive.close(),
  });
}
