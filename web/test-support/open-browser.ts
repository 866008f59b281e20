import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Chromium of the system; absent: what needs it is skipped. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** A page with what went wrong on it and where it asked anything of others. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of scripts and of the console, and requests to another origin. */
  readonly faults: string[];
}

export interface TestBrowser {
  readonly browser: Browser;
  /** @param path what of the service is opened, its page where it is not said. */
  open(address: string, options?: BrowserContextOptions, path?: string): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** Starts Chromium with the fonts of the release, so that Chinese is shown on a machine without any. */
export async function openBrowser(): Promise<TestBrowser> {
  if (CHROMIUM === undefined) throw new Error('there is no Chromium on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'faultline-fonts-'));
  const configuration = join(folder, 'fonts.conf');
  writeFileSync(configuration, fontConfiguration(folder));
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { ...process.env, FONTCONFIG_FILE: configuration },
  });
  return {
    browser,
    async open(address, options = {}, path = '/') {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol !== 'blob:' && url.origin !== address) faults.push(`request: ${request.url()}`);
      });
      await page.goto(`${address}${path}`);
      return { page, faults };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fontConfiguration(folder: string): string {
  const resolve = createRequire(import.meta.url).resolve;
  const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
    dirname(resolve(`@expo-google-fonts/noto-sans-sc/${file}`)),
  );
  const preferred = ['sans-serif', 'system-ui'].map(
    (family) => `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${['/usr/share/fonts', ...fonts].map((one) => `<dir>${one}</dir>`).join('')}<cachedir>${folder}</cachedir>${preferred.join('')}</fontconfig>`;
}
