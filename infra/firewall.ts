/** The firewall before everything: rate, size, known bad. */
const sizes = [
  { name: 'UriTooLong', field: { uriPath: {} }, most: 2_048 },
  { name: 'QueryTooLong', field: { queryString: {} }, most: 4_096 },
  { name: 'CookiesTooLong', field: { singleHeader: { name: 'cookie' } }, most: 8_192 },
  // Seven digits: from ten million bytes on. A function takes six.
  { name: 'BodyTooLarge', field: { singleHeader: { name: 'content-length' } }, most: 7 },
];

/**
 * The rules of the router's firewall. The core and SQL rule sets stay off: they refuse texts that citizens may write, such
 * as a line of code or an apostrophe; texts are parsed at the edge of the API, and there is no SQL.
 */
export const firewall = {
  /** Requests of one address in five minutes. Whole offices share one. */
  rateLimitPerIp: 3_000,
  managedRules: { coreRuleSet: false, knownBadInputs: true, sqlInjection: false },
  logging: { include: 'blocked' as const, retention: '1 month' as const },
};

/** Adds to the firewall what the router knows no setting for. */
export function tightenFirewall(args: aws.wafv2.WebAclArgs): undefined {
  args.rules = $output(args.rules).apply((rules) => {
    const first = rules?.length ?? 0;
    return [...(rules ?? []), ipReputation(first), ...sizes.map((size, index) => sizeRule(size, first + 1 + index))];
  });
}

function ipReputation(priority: number) {
  return {
    name: 'KnownBadAddresses',
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesAmazonIpReputationList' } },
    visibilityConfig: visibleAs('KnownBadAddresses'),
  };
}

function sizeRule({ name, field, most }: (typeof sizes)[number], priority: number) {
  return {
    name,
    priority,
    action: { block: {} },
    statement: {
      sizeConstraintStatement: {
        fieldToMatch: field,
        comparisonOperator: 'GT',
        size: most,
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
    visibilityConfig: visibleAs(name),
  };
}

function visibleAs(metricName: string) {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
