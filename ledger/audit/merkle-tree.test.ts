import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, merklePath, merkleRoot, rootOfPath } from './merkle-tree.ts';

/** Leaves and roots of the test vectors of the certificate-transparency project. */
const INPUTS = ['', '\x00', '\x10', '\x20\x21', '\x30\x31', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('merkleRoot', () => {
  it('gives the published roots of RFC 6962 trees', () => {
    const leaves = INPUTS.map(leafHash);
    expect(ROOTS.map((_, index) => merkleRoot(leaves.slice(0, index + 1)))).toEqual(ROOTS);
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is reached from every leaf by its path, and by no other leaf', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), fc.string(), (texts, pick, other) => {
        const leaves = texts.map(leafHash);
        const position = pick % leaves.length;
        const path = merklePath(leaves, position);
        expect(rootOfPath(leaves[position] ?? '', path)).toBe(merkleRoot(leaves));
        fc.pre(other !== texts[position]);
        expect(rootOfPath(leafHash(other), path)).not.toBe(merkleRoot(leaves));
      }),
    );
  });
});
