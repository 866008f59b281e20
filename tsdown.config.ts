import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: [
    'api/cli/main.ts',
    'app/service/thread.ts',
    'app/pipeline/child.ts',
    'ingest/sandbox/child.ts',
    'eval/suites/kills/run-and-die.ts',
    'eval/suites/cluster/work-and-die.ts',
  ],
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  unbundle: true,
  dts: false,
  clean: true,
  deps: { skipNodeModulesBundle: true },
  copy: [{ from: 'models/data', to: 'dist/models' }],
});
