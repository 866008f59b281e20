import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import {
  type Caller,
  FaultlineError,
  parseTenantId,
  readLabelList,
  readTagPatterns,
  type TenantId,
  tagPatternsText,
  toFaultlineError,
} from '../kernel/index.ts';
import { count } from './count-setting.ts';
import { EMBEDDING_SETTINGS, embeddingFaults } from './embedding-settings.ts';
import { CHAT_SETTINGS, chatFaults } from './language-model/chat-settings.ts';
import { ROWS_SETTINGS, rowsFaults } from './language-model/rows-settings.ts';
import { OIDC_SETTINGS, oidcFaults, oidcRolesText } from './oidc-settings.ts';
import { RETENTION_SETTINGS } from './retention-settings.ts';
import { SECRET_SETTINGS, SERVER_SETTINGS, STORE_SETTINGS, serverFaults } from './server-settings.ts';
import { STANDARD_VARIABLES, TELEMETRY_SETTINGS } from './telemetry-settings.ts';

const MEBIBYTE = 1024 * 1024;

/** As browsers send it: other scripts come as `xn--…`. */
const HOST_NAME = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/;

/**
 * Every setting, once: the environment variable is the name in upper case behind `FAULTLINE_` (`maxQuestionLength` →
 * `FAULTLINE_MAX_QUESTION_LENGTH`). An explicit argument wins over the environment, the environment over the default.
 */
const configSchema = z.strictObject({
  home: z.string().min(1).default('.faultline').describe('Data folder: holds everything Faultline stores'),
  tenant: z
    .string()
    .default('default')
    .refine(
      (text) => parseTenantId(text) !== undefined,
      'must be lower-case letters, digits, - or _, at most 63, starting with a letter or digit',
    )
    .describe('Tenant that commands act for'),
  labels: z
    .string()
    .default('*')
    .transform((text, context): Caller['labels'] => {
      try {
        if (text.trim() !== '') return text.trim() === '*' ? 'all' : text.trim() === '-' ? [] : readLabelList(text);
        context.addIssue({ code: 'custom', message: 'must be * (reads everything), - (reads what has no labels) or a list of labels' });
      } catch (error) {
        context.addIssue({ code: 'custom', message: toFaultlineError(error).message });
      }
      return z.NEVER;
    })
    .describe('Access labels that the caller holds, separated by commas; * reads everything, - only documents without labels'),
  tagPatterns: z
    .string()
    .default('')
    .transform((text, context) => {
      const { patterns, faults } = readTagPatterns(text);
      for (const message of faults) context.addIssue({ code: 'custom', message });
      return patterns;
    })
    .describe(
      'Shapes of codes that the site adds to the built-in ones: regular expressions parted by blanks, each of a tag unless part:, serial:, alarm:, document:, line: or order: stands before it',
    ),
  site: z.string().min(1).max(100).default('main').describe('Site given to documents whose upload names none'),
  calibration: z
    .enum(['folder', 'off'])
    .default('folder')
    .describe('Whether scores of claims are moved by the calibration of the data folder, where `eval calibrate` has put one: folder, off'),
  language: z
    .enum(['zh', 'en'], { error: 'must be zh or en' })
    .default('en')
    .describe('Language of the command line and of `faultline doctor`, where they tell in both; answers are in that of the question'),
  contentProducer: z
    .string()
    .min(1)
    .max(200)
    .default('Faultline')
    .describe('Name or code of who answers for what is said here, as labels of generated content (GB 45438-2025) name it'),
  host: z.string().min(1).default('127.0.0.1').describe('Address that HTTP listens on; loopback unless you change it'),
  hosts: z
    .string()
    .default('')
    .transform((text, context) => {
      const names = text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim().toLowerCase()]));
      for (const name of names.filter((name) => !HOST_NAME.test(name)))
        context.addIssue({
          code: 'custom',
          message: `"${name.slice(0, 80)}" is no name of a host: give names without port, separated by commas`,
        });
      return names;
    })
    .describe('Names by which HTTP may be called beside localhost, separated by commas, as a proxy in front passes them on'),
  allowAnyone: z
    .enum(['yes', 'no'])
    .optional()
    .transform((text) => (text === undefined ? undefined : text === 'yes'))
    .describe(
      'Whether HTTP answers who shows no key, as one who may do everything; unset: on loopback only, and only until there is a key or an account',
    ),
  proxies: z
    .string()
    .default('')
    .transform((text, context) => {
      const addresses = text.split(',').flatMap((address) => (address.trim() === '' ? [] : [address.trim()]));
      for (const address of addresses.filter((address) => isIP(address) === 0))
        context.addIssue({ code: 'custom', message: `"${address.slice(0, 80)}" is no IP address: give addresses, separated by commas` });
      return addresses;
    })
    .describe('IP addresses of proxies in front, separated by commas: the last X-Forwarded-For of theirs is who signs in'),
  port: z.coerce
    .number({ error: 'must be a port number' })
    .int()
    .min(0)
    .max(65535)
    .default(8617)
    .describe('Port of HTTP; 0 picks a free one'),
  maxUploadBytes: count('bytes', 512 * MEBIBYTE, 'Largest document accepted'),
  maxQuestionLength: count('characters', 1000, 'Longest question accepted'),
  maxPages: count('pages', 5000, 'Most pages read of one document'),
  maxRows: count('rows', 2_000_000, 'Most rows read of one log'),
  parseMilliseconds: count('milliseconds', 600_000, 'Longest time for reading one document'),
  parseHeapMegabytes: count('megabytes', 1024, 'Heap of the process that reads documents'),
  parseResidentMegabytes: count('megabytes', 2048, 'All memory of the process that reads documents'),
  readers: count('threads', 2, 'Threads that answer questions and searches beside each other'),
  waitingCalls: count('calls', 64, 'Questions that may wait for a reader; what comes beyond is refused at once (429)'),
  callerAtOnce: count('requests', 32, 'Requests of one key that are answered at once'),
  callerPerMinute: count('requests', 1200, 'Requests of one key a minute'),
  tenantAtOnce: count('requests', 256, 'Requests of one tenant, whoever sends them, that are answered at once'),
  tenantPerMinute: count('requests', 12_000, 'Requests of one tenant, whoever sends them, a minute'),
  answerMilliseconds: count('milliseconds', 20_000, 'Longest time for one answer'),
  sessionIdleMinutes: count('minutes', 60, 'How long after its last use a person is signed out'),
  sessionHours: count('hours', 12, 'How long a person is signed in at most'),
  tenantMegabytes: z.coerce
    .number({ error: 'must be a whole number of megabytes' })
    .int()
    .positive()
    .optional()
    .describe('What the documents of one tenant may take on the disk, equal bytes counted once; unset: what the disk has'),
  conversationHours: count('hours', 24, 'How long after its last question a conversation is kept'),
  ...RETENTION_SETTINGS,
  ...SERVER_SETTINGS,
  ...EMBEDDING_SETTINGS,
  ...CHAT_SETTINGS,
  ...ROWS_SETTINGS,
  ...OIDC_SETTINGS,
  ...TELEMETRY_SETTINGS,
  logLevel: z.enum(['silent', 'error', 'info', 'debug']).default('error').describe('What is logged, as JSON lines on standard error'),
});

type Settings = z.infer<typeof configSchema>;
export type Config = Omit<Settings, 'tenant' | 'home'> & { readonly tenant: TenantId /** Absolute path. */; readonly home: string };
export type ConfigArguments = { readonly [Name in keyof Settings]?: string | number | undefined };

/**
 * Reads the settings from explicit arguments and the environment.
 * @throws FaultlineError `invalid-configuration` that names every fault at once, with the variable to correct.
 */
export function loadConfig(explicit: ConfigArguments, environment: NodeJS.ProcessEnv = process.env): Config {
  const raw: Record<string, unknown> = {};
  for (const name of Object.keys(configSchema.shape)) {
    const standard = STANDARD_VARIABLES[name];
    const value =
      explicit[name as keyof Settings] ??
      (environment[variableOf(name)] || (standard === undefined ? environment[variableOf(name)] : environment[standard]));
    // Labels that were left empty must not become the default, which reads everything.
    if (value !== undefined && (value !== '' || name === 'labels')) raw[name] = value;
  }
  const parsed = configSchema.safeParse(raw);
  const faults = parsed.success
    ? [
        ...serverFaults(parsed.data),
        ...embeddingFaults(parsed.data),
        ...chatFaults(parsed.data),
        ...rowsFaults(parsed.data),
        ...oidcFaults(parsed.data),
      ]
    : parsed.error.issues.map((issue) => `${variableOf(issue.path.join('_'))}: ${issue.message}`);
  const known = new Set(Object.keys(configSchema.shape).map(variableOf));
  for (const variable of Object.keys(environment).sort()) {
    if (variable.startsWith('FAULTLINE_') && !known.has(variable) && !OTHER_VARIABLES.has(variable))
      faults.push(`${variable}: there is no such setting`);
  }
  if (!parsed.success || faults.length > 0) throw new FaultlineError('invalid-configuration', faults.join('; '));
  const tenant = parseTenantId(parsed.data.tenant);
  if (tenant === undefined) throw new FaultlineError('internal', 'a checked tenant is none');
  return { ...parsed.data, tenant, home: resolve(parsed.data.home) };
}

/** Settings without which everything stands in the data folder. */
const PLACES = ['ledgerUrl', 'ledgerCaFile', 'graphUrl', 'graphCaFile', 'searchUrl', 'searchCaFile'] as const;

/** The environment of a program that is to keep everything in its data folder, whatever servers this one was told of. */
export function withoutServers(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...environment, ...Object.fromEntries(PLACES.map((name) => [variableOf(name), ''])) };
}

/**
 * The settings of the same site with its stores elsewhere: where the lines `FAULTLINE_…=…` of a text say, and in the data folder
 * where they say nothing. Other settings stay as they are.
 * @throws FaultlineError `invalid-configuration`, also when the text names another data folder.
 */
export function withStoresOf(config: Config, text: string): Config {
  const environment = parseEnv(text);
  const named = loadConfig({ home: environment.FAULTLINE_HOME ?? config.home }, environment);
  if (named.home !== config.home)
    throw new FaultlineError('invalid-configuration', `FAULTLINE_HOME: must be ${config.home}; the stores move, not the data folder`);
  return { ...config, ...Object.fromEntries(STORE_SETTINGS.map((name) => [name, named[name]])) };
}

/** Folder of the public document sets, for evaluation: an explicit one, else FAULTLINE_DATA, else where the checkout has it. */
export function dataFolder(explicit: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(explicit ?? environment.FAULTLINE_DATA ?? '../shared/data');
}

/** How a person starts this program: what started it in a checkout says so, else it is installed under its name. */
export function startedAs(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.FAULTLINE_STARTED_AS || 'faultline';
}

/** Read by tests and by commands, not settings of the service. */
const OTHER_VARIABLES: ReadonlySet<string> = new Set(['FAULTLINE_DATA', 'FAULTLINE_E5', 'FAULTLINE_STARTED_AS', 'FAULTLINE_TEST_SERVERS']);

/** One line a setting: name of the variable, value (secrets as `***`), description. */
export function describeConfig(
  config: Config,
): readonly { readonly variable: string; readonly value: string; readonly description: string }[] {
  return Object.entries(configSchema.shape).map(([name, schema]) => ({
    variable: variableOf(name),
    value: shown(config, name as keyof Config),
    description: schema.description ?? '',
  }));
}

function shown(config: Config, name: keyof Config): string {
  const value = config[name];
  if (value === undefined || value === '') return '';
  if (name === 'allowAnyone') return config.allowAnyone === true ? 'yes' : 'no';
  if (name === 'tagPatterns') return tagPatternsText(config.tagPatterns);
  if (name === 'oidcRoles') return oidcRolesText(config.oidcRoles);
  if (name === 'oidcLabels') return labelsText(config.oidcLabels);
  return SECRET_SETTINGS.has(name) ? '***' : name === 'labels' ? labelsText(config.labels) : String(value);
}

/** As the setting is written. */
function labelsText(labels: Caller['labels']): string {
  if (labels === 'all') return '*';
  return labels.length === 0 ? '-' : labels.join(',');
}

function variableOf(name: string): string {
  return `FAULTLINE_${name.replace(/([A-Z])/g, '_$1').toUpperCase()}`;
}
