#!/usr/bin/env node
import { tooFewFiles } from './too-few-files.ts';

// Loading the program opens its files side by side: where few may be open, that is the first thing to fail, before anything could say so.
try {
  const { runProgram } = await import('./run-program.ts');
  await runProgram();
} catch (error) {
  const sentence = tooFewFiles(error);
  if (sentence === undefined) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 78;
}
