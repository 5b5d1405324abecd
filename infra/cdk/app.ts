/** The CDK app of a stage, with nothing in its template that must be uploaded first. */
import { App, LegacyStackSynthesizer, Tags } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import type { CoreSettings } from './settings.ts';
import { CoreStack } from './stack.ts';

/** Makes app and stack. */
export function makeApp(settings: CoreSettings): { app: App; stack: CoreStack } {
  const app = new App({
    context: { '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true, '@aws-cdk/core:validationReportJson': true },
    analyticsReporting: false,
    outdir: process.env.CDK_OUTDIR,
  });
  const stack = new CoreStack(app, settings, {
    env: { region: settings.region },
    synthesizer: new LegacyStackSynthesizer(),
  });
  const { permissionsBoundaryArn } = settings;
  if (permissionsBoundaryArn)
    PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', permissionsBoundaryArn));
  Tags.of(app).add('application', 'hanoi-ideas');
  Tags.of(app).add('stage', settings.stage);
  return { app, stack };
}
