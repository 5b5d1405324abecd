/** What a schedule may do: call one function, and set aside the calls that did not reach it. */
import type { Core } from './core.ts';
import { nameIn } from './plan.ts';
import type { Settings } from './settings.ts';

/** The role of the scheduler for one function. */
export function clockOf(name: string, settings: Settings, core: Core, lambda: sst.aws.Function): aws.iam.Role {
  const { permissionsBoundaryArn } = settings;
  const { json } = aws.iam.getPolicyDocumentOutput({
    statements: [
      { actions: ['lambda:InvokeFunction'], resources: [lambda.arn] },
      { actions: ['sqs:SendMessage'], resources: [core.jobDeadLettersArn] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [core.keyArn] },
    ],
  });
  return new aws.iam.Role(name, {
    // A prefix takes 38 letters of the 64.
    namePrefix: nameIn(settings, name).slice(0, 38),
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'scheduler.amazonaws.com' }),
    inlinePolicies: [{ name: 'inline', policy: json }],
    ...(permissionsBoundaryArn && { permissionsBoundary: permissionsBoundaryArn }),
  });
}
