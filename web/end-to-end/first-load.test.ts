import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltPage, buildPage } from '../test-support/build-page.ts';

const MOST_BYTES = 250 * 1024;

let built: BuiltPage;
beforeAll(async () => {
  built = await buildPage();
});
afterAll(() => built.remove());

describe('the built page', () => {
  it('is small enough for the first load over a slow line of a plant', () => {
    const files = readdirSync(built.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map(({ parentPath, name }) => gzipSync(readFileSync(join(parentPath, name))).length);
    expect(bytes.length).toBeGreaterThanOrEqual(3);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });

  it('has no script or style inside, and names nothing of another origin', () => {
    const html = readFileSync(join(built.folder, 'index.html'), 'utf8');
    expect(html).toContain('src="/assets/');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=|https?:/);
  });
});
