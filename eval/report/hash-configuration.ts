import { type Config, describeConfig } from '../../app/index.ts';
import { sha256 } from '../../kernel/index.ts';

/** Of which nothing that is measured depends. */
const ELSEWHERE: ReadonlySet<string> = new Set(['FAULTLINE_HOME']);

/** Hash of all settings of the program but where its data lies, and of what a run was told beside them. */
export function hashConfiguration(config: Config, told: Readonly<Record<string, string | number>>): string {
  const settings = describeConfig(config).filter(({ variable }) => !ELSEWHERE.has(variable));
  const lines = [
    ...settings.map(({ variable, value }) => `${variable}=${value}`),
    ...Object.entries(told).map(([name, value]) => `${name}=${value}`),
  ];
  return sha256(lines.sort().join('\n'));
}
