import { createRandom } from '../../datasets/index.ts';
import type { FuzzFile, FuzzFormat } from './fuzz-file.ts';
import { pictureSeeds, skidSeeds } from './make-drawing-seeds.ts';
import { makeFuzzFile } from './make-fuzz-file.ts';
import { picturedSeeds } from './make-pictured-seeds.ts';
import { madeSeeds, seedsOfFolder } from './make-seeds.ts';

/** Share of files that are made of the small seeds of this suite; the others are as whole ones are. */
const MADE = 0.85;

/** Gives the spoilt file of a number, of these kinds in turn; equal seeds give equal files. */
export async function openSpoiltFiles(
  folders: readonly string[],
  formats: readonly FuzzFormat[],
  seed: number,
): Promise<(index: number) => FuzzFile> {
  const small = madeSeeds();
  const drawing = small.find(({ format }) => format === 'dxf')?.bytes ?? Buffer.alloc(0);
  const pictures = await pictureSeeds(drawing);
  const png = pictures.find(({ format }) => format === 'png')?.bytes ?? Buffer.alloc(0);
  const made = [...small, ...pictures, ...picturedSeeds(small, png)];
  const found = (await Promise.all([...folders.map(seedsOfFolder), skidSeeds()])).flat();
  return (index) => {
    const random = createRandom(seed, `file/${index}`);
    const format = formats[index % formats.length];
    const own = made.filter((one) => one.format === format);
    const real = found.filter((one) => one.format === format);
    return makeFuzzFile(random.pick(real.length > 0 && !random.chance(MADE) ? real : own), [...made, ...found], random);
  };
}
