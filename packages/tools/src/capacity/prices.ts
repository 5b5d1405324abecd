/**
 * Prices of AWS in Singapore (ap-southeast-1), in US dollars, before tax. Written down from memory of AWS’s lists on the day
 * below, not read from them: check each on the page named above it before anybody decides by it. Free tiers and tiers of volume
 * are left out.
 */
export const pricesAsOf = '2026-11-26';

const million = 1_000_000;

export const prices = {
  /** aws.amazon.com/dynamodb/pricing/on-demand */
  readUnit: 0.1425 / million,
  writeUnit: 0.7115 / million,
  tableGbMonth: 0.285,
  recoveryGbMonth: 0.228,
  backupGbMonth: 0.114,
  /** aws.amazon.com/lambda/pricing, Arm */
  lambdaRequest: 0.2 / million,
  lambdaGbSecond: 0.0000133334,
  /** aws.amazon.com/api-gateway/pricing, HTTP API */
  apiRequest: 1.25 / million,
  /** aws.amazon.com/cloudfront/pricing, the area with Vietnam in it */
  cdnRequest: 0.012 / 10_000,
  cdnGb: 0.12,
  cdnFunctionCall: 0.1 / million,
  cdnKeyRead: 0.03 / million,
  /** aws.amazon.com/waf/pricing */
  firewall: 5,
  firewallRule: 1,
  firewallRequest: 0.6 / million,
  /** aws.amazon.com/s3/pricing; GuardDuty’s scan beside it: aws.amazon.com/guardduty/pricing */
  s3GbMonth: 0.025,
  s3Put: 0.005 / 1_000,
  s3Get: 0.0004 / 1_000,
  scanGb: 0.14,
  scanObject: 0.32 / 1_000,
  /** aws.amazon.com/kms/pricing */
  key: 1,
  keyRequest: 0.03 / 10_000,
  /** aws.amazon.com/cloudwatch/pricing */
  logGb: 0.7,
  logGbMonth: 0.03,
  metric: 0.3,
  alarm: 0.1,
  dashboard: 3,
  insightsRule: 0.5,
  insightsEvent: 0.03 / million,
  /** aws.amazon.com/xray/pricing */
  trace: 5 / million,
  /** aws.amazon.com/ses/pricing */
  mail: 0.1 / 1_000,
} as const;
