import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { FaultlineError } from '../../kernel/index.ts';

/** Under this name of its own, so that no font of the machine takes its place. */
export const PICTURE_FONT = 'Faultline Picture';

const WEIGHTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/**
 * Makes the bundled fonts, which have Latin letters and Han, known to the canvas; once a process.
 * @throws FaultlineError internal when the package of the fonts is not there.
 */
export function registerFonts(): void {
  if (GlobalFonts.has(PICTURE_FONT)) return;
  const { resolve } = createRequire(import.meta.url);
  for (const weight of WEIGHTS) {
    if (GlobalFonts.registerFromPath(resolve(`@expo-google-fonts/noto-sans-sc/${weight}`), PICTURE_FONT) === null) {
      throw new FaultlineError('internal', `The font ${weight} of this program cannot be read.`);
    }
  }
}
