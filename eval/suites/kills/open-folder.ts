import { type Application, type ApplicationOptions, loadConfig, openApplication } from '../../../app/index.ts';

/** Opens a data folder with the default settings, whatever the environment says. */
export function openFolder(home: string, options: ApplicationOptions): Promise<Application> {
  return openApplication(loadConfig({ home, logLevel: 'silent' }, {}), options);
}
