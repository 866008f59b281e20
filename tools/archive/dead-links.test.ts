import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { deadLinks } from './dead-links.mjs';

it('names what the texts of a release send to and the release has not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-links-'));
  try {
    await mkdir(join(folder, 'docs'));
    await writeFile(
      join(folder, 'README.md'),
      'See `docs/operations.md`, [架构](docs/architecture.md), /docs/x and https://a.example/docs/y.',
    );
    await writeFile(
      join(folder, 'docs', 'operations.md'),
      'install deploy/faultline.service /etc\nsecrets in deploy/.env, `docs/operations.md`.',
    );
    expect(deadLinks(folder)).toEqual(['README.md: docs/architecture.md', 'docs/operations.md: deploy/faultline.service']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('finds nothing of that in the checkout', () => {
  expect(deadLinks(resolve(import.meta.dirname, '..', '..'))).toEqual([]);
});
