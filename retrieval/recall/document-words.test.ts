import { expect, test } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { documentWords } from './document-words.ts';

const grammar = siteGrammar([]);

test.each([
  ['title, folders and name of its file, without its ending', 'Quick start', 'pumps/P-101/start_up.md', 'quick start pump p101 start up'],
  ['the same in Chinese', '快速介绍', '水泵/维护手册.pdf', '快速 介绍 水泵 维护 手册'],
  ['no folder of a machine', 'Quick start', '/home/somebody/files/valve.md', 'quick start valv'],
  ['the path of an address, not what is asked of it', 'Valve', 'https://example.org/valves/seat.html?page=pump', 'valv valv seat'],
])('a document is called by %s', (_, title, uri, words) => {
  const found = documentWords({ title, uri }, grammar);
  expect(found.filter((word) => words.split(' ').includes(word)).join(' ')).toBe(words);
  expect(found).not.toContain('home');
  expect(found).not.toContain('md');
});
