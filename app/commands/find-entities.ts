import { type Caller, type Entity, type EntityPlace, type NodeKind, sha256 } from '../../kernel/index.ts';
import { searchForms } from '../../ontology/index.ts';
import type { Application } from '../application.ts';
import { noteAudit } from '../audit/note-audit.ts';
import { type NamedEntity, nameEntity } from '../knowledge/named-entity.ts';
import { readerAccess } from '../reader-access.ts';

export interface EntityRequest {
  /** A part of a tag, code or name in either language; absent: all things. */
  readonly text?: string;
  readonly type?: NodeKind;
  /** `next` of the page before. */
  readonly after?: EntityPlace;
  readonly limit: number;
}

export type FoundEntity = NamedEntity & Pick<Entity, 'keys'>;

/** Things that documents name, the same name first, then those that begin with it or hold it; each once over all pages. */
export async function findEntities(
  application: Application,
  caller: Caller,
  { text, type, ...page }: EntityRequest,
): Promise<{ readonly entities: readonly FoundEntity[]; readonly next?: EntityPlace }> {
  const access = await readerAccess(application, caller);
  const forms = text === undefined ? { texts: [], same: [] } : searchForms(text);
  if (text !== undefined && forms.texts.length === 0) return { entities: [] };
  const { entities, next } = await application.ledger.keys.search(access, {
    ...forms,
    ...page,
    ...(type === undefined ? {} : { types: [type] }),
  });
  noteAudit(application, caller, 'graph-explored', sha256(text ?? ''), { entities: entities.map(({ id }) => id) });
  return {
    entities: entities.map((entity) => ({ ...nameEntity(entity), keys: entity.keys })),
    ...(next === undefined ? {} : { next }),
  };
}
