import { describeTrials } from './trials.test-support.ts';

describeTrials(16);
