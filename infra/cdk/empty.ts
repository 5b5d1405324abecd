/** Empties the buckets of a stage that is removed, if its data is not to be kept: CloudFormation deletes only empty ones. */
import { CustomResource, Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/**
 * Python, as its runtime has S3 and CloudFormation's answers at hand: what is written into the template is short and needs
 * no upload, which CDK's own `autoDeleteObjects` does.
 */
const program = `
import boto3, cfnresponse

def handler(event, context):
    status, reason = cfnresponse.SUCCESS, None
    try:
        if event['RequestType'] == 'Delete':
            for name in event['ResourceProperties']['Buckets']:
                boto3.resource('s3').Bucket(name).object_versions.delete()
    except Exception as error:
        status, reason = cfnresponse.FAILED, str(error)
    cfnresponse.send(event, context, status, {}, event['LogicalResourceId'], reason=reason)
`;

/** When the stack goes, every version of every object of these buckets is deleted before the buckets are. */
export function emptyBeforeRemoval(stack: Stack, buckets: Bucket[]): void {
  // May write no log: it would outlive the stage, and what goes wrong is told to CloudFormation.
  const role = new Role(stack, 'EmptierRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const emptier = new LambdaFunction(stack, 'Emptier', {
    role,
    description: 'Empties the buckets of this stage when it is removed',
    runtime: Runtime.PYTHON_3_13,
    handler: 'index.handler',
    code: Code.fromInline(program.trim()),
    timeout: Duration.minutes(15),
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: buckets.map(({ bucketArn }) => bucketArn),
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: buckets.map((bucket) => bucket.arnForObjects('*')),
    }),
  );
  const empty = new CustomResource(stack, 'EmptyBuckets', {
    serviceToken: emptier.functionArn,
    properties: { Buckets: buckets.map(({ bucketName }) => bucketName) },
  });
  // Its rights are there before it, and so are still there when it works, on the way down.
  empty.node.addDependency(role);
}
