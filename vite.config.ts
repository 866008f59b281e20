import { defineConfig } from 'vite';

/** Builds the page (`web/`) into `dist/web`, from where the service sends it. */
export default defineConfig({
  root: 'web',
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/web',
    // The build of the program, which empties `dist` first, puts words of the page there that reports use too.
    emptyOutDir: false,
    target: ['es2022', 'chrome105', 'safari16.4', 'firefox115'],
    // The policy of the page allows no data: address and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
