import manifest from '../package.json' with { type: 'json' };

/** Version of this program as its package states it. */
export const PROGRAM_VERSION: string = manifest.version;
