import { parseArgs } from 'node:util';
import { generateDemoPlant } from './generate-demo-plant.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } } });
const seed = Number(values.seed);
if (values.out === undefined || !Number.isSafeInteger(seed)) {
  process.stderr.write('usage: npx tsx datasets/demo-plant/generate.ts --seed N --out DIR\n');
  process.exitCode = 2;
} else {
  const { gold, manifest } = await generateDemoPlant({ seed, folder: values.out });
  process.stdout.write(`seed ${seed}: ${manifest.documents.length} documents and ${gold.length} questions in ${values.out}\n`);
}
