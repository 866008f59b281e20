import { type Access, type Entity, FaultlineError, type KeyReader, keyOfEntity, parseEntityId, parseKeyId } from '../../kernel/index.ts';
import { matchingForms } from '../../ontology/index.ts';

/** Whether a text is the id of a key or of an entity. */
function isEntityHandle(text: string): boolean {
  return parseEntityId(text) !== undefined || parseKeyId(text) !== undefined;
}

/** The entity that a key or an entity's id stands for now, if a document that the reader may read supports that key. */
async function entityOfHandle(keys: KeyReader, access: Access, handle: string): Promise<Entity | undefined> {
  const entity = parseEntityId(handle);
  const key = entity === undefined ? parseKeyId(handle) : keyOfEntity(entity);
  return key === undefined ? undefined : (await keys.entities(access, [key])).get(key);
}

/**
 * What a handle or a whole name, tag or code stands for: a name may be that of several things, strongest kind of name first.
 * @throws FaultlineError `not-found`.
 */
export async function resolveEntities(keys: KeyReader, access: Access, name: string): Promise<readonly Entity[]> {
  if (isEntityHandle(name)) {
    const entity = await entityOfHandle(keys, access, name);
    if (entity === undefined) throw new FaultlineError('not-found', 'There is no such thing, or no document that you may read names it.');
    return [entity];
  }
  const named = await keys.find(access, matchingForms(name));
  const entities = await keys.entities(
    access,
    named.map(({ id }) => id),
  );
  const found = [...new Map([...entities.values()].map((entity) => [entity.id, entity])).values()];
  if (found.length === 0) {
    throw new FaultlineError('not-found', `No document that you may read names "${name}"; look for a part of the name.`);
  }
  return found;
}
