import { buildPage } from './build-page.ts';
import { openBrowser, type TestBrowser } from './open-browser.ts';
import { openPlant, type Plant, type PlantAccount } from './open-plant.ts';

/** A service that sends the page as it is built now, and a browser to walk it with. */
export interface Stage {
  readonly plant: Plant;
  readonly chromium: TestBrowser;
  close(): Promise<void>;
}

/** `host` is what the service listens on, loopback where none is given; `people` may sign in. */
export async function openStage(host?: string, people?: readonly PlantAccount[]): Promise<Stage> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const one of closing.splice(0).reverse()) await one();
  };
  try {
    const built = await buildPage();
    closing.push(built.remove);
    const plant = await openPlant(built.folder, host, people);
    closing.push(() => plant.close());
    const chromium = await openBrowser();
    closing.push(() => chromium.close());
    return { plant, chromium, close };
  } catch (error) {
    await close();
    throw error;
  }
}
