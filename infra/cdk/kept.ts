/** What becomes of a resource when its stack goes. */
import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * Kept resources stay, except those of a first creation that failed: they are empty, and would be in the way of the next
 * attempt ("RetainExceptOnCreate", CloudFormation's DeletionPolicy attribute).
 */
export function keptOr(otherwise: RemovalPolicy, isKept: boolean): RemovalPolicy {
  return isKept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : otherwise;
}
