/** Before each test file: the processes and threads that it starts come from the build of this run. */
import { inject } from 'vitest';
import { startFromBuild } from '../../kernel/program-entry.ts';

startFromBuild(inject('builtPrograms'));
