import { describe, expect, it } from 'vitest';
import { HASH_OF_NOBODY, hashPassword, isPassword, SALT_BYTES } from './password.ts';

const salt = new Uint8Array(SALT_BYTES).fill(7);
const of = (password: string, name = '张工') => hashPassword(password, { name, salt });

describe('a password', () => {
  it.each(['correct horse battery', '泵房值班员的长口令不外传'])('"%s" is known by its hash, and no other is', async (password) => {
    const hash = await of(password);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await isPassword(password, hash)).toBe(true);
    expect(await isPassword(`${password} `, hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
  });

  it('is the same however its characters are put together', async () => {
    const hash = await of('Prüfstand Süd 12');
    expect(await isPassword('Pru\u0308fstand Su\u0308d 12', hash)).toBe(true);
  });

  it.each([
    ['short', 'eleven char'],
    ['long', 'x'.repeat(257)],
    ['the name', 'ZHANG Gong 001'],
  ])('is refused when it is %s', async (_, password) => {
    await expect(of(password, 'zhang gong 001')).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('of nobody is none, and is held against a hash that costs the same work', async () => {
    const costOf = (hash: string) => hash.split('$').slice(0, 4);
    expect(costOf(HASH_OF_NOBODY)).toEqual(costOf(await of('correct horse battery')));
    expect(HASH_OF_NOBODY).toHaveLength((await of('correct horse battery')).length);
    for (const password of ['wrong horse battery', '泵房值班员的长口令不外传']) expect(await isPassword(password, undefined)).toBe(false);
  });
});
