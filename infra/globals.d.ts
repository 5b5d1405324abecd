/** SST's globals for the type check, from its platform as the tests unpack it. SST writes the same for itself beside its own. */
import * as _aws from '@pulumi/aws';
import type { App, AppInput, Config } from './.platform/.sst/platform/src/config';
import './.platform/.sst/platform/src/global.d.ts';

declare global {
  // @ts-expect-error: as SST does it
  export import aws = _aws;
  export const $config: (input: Omit<Config, 'app'> & { app(input: AppInput): Promise<App> }) => Config;
}
