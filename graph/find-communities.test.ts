import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCommunities } from './find-communities.ts';

const NODES = ['泵', 'motor', '轴承', 'seal', 'valve', '变频器', 'E-2041', 'strainer', '叶轮', 'P-101'];
const anyLinks = fc.array(fc.record({ from: fc.constantFrom(...NODES), to: fc.constantFrom(...NODES) }), { maxLength: 40 });
type Links = readonly { readonly from: string; readonly to: string }[];

/** Newman and Girvan's modularity times (2m)², a whole number. */
function modularity(links: Links, groupOf: (node: string) => unknown): number {
  const proper = links.filter(({ from, to }) => from !== to);
  const degree = new Map<string, number>();
  for (const { from, to } of proper) for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  const totals = new Map<unknown, number>();
  for (const [node, ends] of degree) totals.set(groupOf(node), (totals.get(groupOf(node)) ?? 0) + ends);
  const within = proper.filter(({ from, to }) => groupOf(from) === groupOf(to)).length;
  return 2 * within * 2 * proper.length - [...totals.values()].reduce((sum, total) => sum + total ** 2, 0);
}

function groupsOf(communities: readonly (readonly string[])[]): Map<string, number> {
  return new Map(communities.flatMap((members, group) => members.map((member) => [member, group] as const)));
}

describe('communities', () => {
  test('hold every node once and hang together, and moving one node elsewhere never makes them better', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const communities = findCommunities(NODES, links);
        const groups = groupsOf(communities);
        expect(communities.flat().sort()).toEqual([...NODES].sort());
        const found = modularity(links, (node) => groups.get(node));
        for (const members of communities) {
          const [first = ''] = members;
          const reached = new Set([first]);
          for (const node of reached) {
            for (const { from, to } of links) {
              if (from === node && members.includes(to)) reached.add(to);
              if (to === node && members.includes(from)) reached.add(from);
            }
          }
          expect(reached.size).toBe(members.length);
        }
        for (const moved of NODES) {
          for (const group of [...communities.keys(), communities.length]) {
            expect(modularity(links, (node) => (node === moved ? group : groups.get(node)))).toBeLessThanOrEqual(found);
          }
        }
      }),
    );
  });

  test('are the same in whichever order things and links are given, and whichever way links point', () => {
    fc.assert(
      fc.property(anyLinks, fc.shuffledSubarray(NODES, { minLength: NODES.length }), fc.nat(), (links, nodes, turn) => {
        const turned = links.map(({ from, to }, at) => ((at + turn) % 2 === 0 ? { from: to, to: from } : { from, to }));
        const cut = links.length === 0 ? 0 : turn % links.length;
        expect(findCommunities(nodes, [...turned.slice(cut), ...turned.slice(0, cut)])).toEqual(findCommunities(NODES, links));
      }),
    );
  });

  test('two groups that one fact joins are told apart, and a thing without facts stands alone', () => {
    const clique = (names: readonly string[]) => names.flatMap((from, at) => names.slice(at + 1).map((to) => ({ from, to })));
    const [pump, drive] = [
      ['泵', '叶轮', '轴承', 'seal'],
      ['E-2041', 'motor', '变频器'],
    ] as const;
    const communities = findCommunities(['strainer'], [...clique(pump), ...clique(drive), { from: '轴承', to: 'motor' }]);
    expect(communities.map((members) => [...members].sort())).toEqual([[...pump].sort(), [...drive].sort(), ['strainer']]);
  });
});
