import { parseArgs } from 'node:util';
import { generateDemoScans } from './generate-demo-scans.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } } });
const seed = Number(values.seed);
if (values.out === undefined || !Number.isSafeInteger(seed)) {
  process.stderr.write('usage: npx tsx datasets/demo-scans/generate.ts --seed N --out DIR\n');
  process.exitCode = 2;
} else {
  const paths = await generateDemoScans({ seed, folder: values.out });
  process.stdout.write(`seed ${seed}: ${paths.length} files in ${values.out}\n`);
}
