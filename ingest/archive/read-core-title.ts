import type { Package } from './open-package.ts';

/** Title in the package's core properties, if it says one. */
export async function readCoreTitle(source: Package): Promise<string | undefined> {
  let title = '';
  let inTitle = false;
  await source.readPart('docProps/core.xml', {
    open: (name) => {
      inTitle = name === 'title';
    },
    text: (text) => {
      if (inTitle) title += text;
    },
    close: () => {
      inTitle = false;
    },
  });
  return title.trim() === '' ? undefined : title.trim();
}
