import { expect, it } from 'vitest';
import { asStarted } from './as-started.ts';

it.each([
  ['see `faultline jobs list`', 'see `npm run faultline -- jobs list`'],
  ['先运行 `faultline ingest <文件夹>`。', '先运行 `npm run faultline -- ingest <文件夹>`。'],
  ['Faultline listens; the folder is .faultline', 'Faultline listens; the folder is .faultline'],
])('names commands as they are started in a checkout: %s', (text, expected) => {
  expect(asStarted(text, 'npm run faultline --')).toBe(expected);
  expect(asStarted(text, 'faultline')).toBe(text);
});
