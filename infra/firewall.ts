/** The firewall before everything: rate, size, known bad. */
import type { Settings } from './settings.ts';

const sizes = [
  { name: 'UriTooLong', field: { uriPath: {} }, most: 2_048 },
  { name: 'QueryTooLong', field: { queryString: {} }, most: 4_096 },
  { name: 'CookiesTooLong', field: { singleHeader: { name: 'cookie' } }, most: 8_192 },
  // Seven digits: from ten million bytes on. A function takes six.
  { name: 'BodyTooLarge', field: { singleHeader: { name: 'content-length' } }, most: 7 },
];

/**
 * Requests of one address in five minutes, pages and API. A mobile carrier puts thousands of phones behind one address of
 * IPv4: two thousand people who open or send twenty pages each in the five minutes after the evening news are 40,000. One
 * machine that wants to do harm makes more. Who asks for too many codes is stopped by the use cases, not here.
 */
const mostPerAddress = 60_000;

/** Answered from the cache or a bucket: a page has a dozen of them, and none of our functions runs. */
const staticFiles = ['/_app/', '/media/'];

/**
 * The rules of the router's firewall. The core and SQL rule sets stay off: they refuse texts that citizens may write, such
 * as a line of code or an apostrophe; texts are parsed at the edge of the API, and there is no SQL.
 */
export const firewall = {
  rateLimitPerIp: mostPerAddress,
  managedRules: { coreRuleSet: false, knownBadInputs: true, sqlInjection: false },
  logging: { include: 'blocked' as const, retention: '1 month' as const },
};

type Rule = aws.types.input.wafv2.WebAclRule;

/** Adds to the firewall what the router knows no setting for; in the mode `count` it refuses nothing. */
export function tightenFirewall(mode: Settings['firewall']) {
  return (args: aws.wafv2.WebAclArgs): undefined => {
    args.rules = $output(args.rules).apply((given) => {
      const own = given ?? [];
      const added = [ipReputation(own.length), ...sizes.map((size, index) => sizeRule(size, own.length + 1 + index))];
      const rules = [...own.map(sparingStaticFiles), ...added];
      return mode === 'count' ? rules.map(counting) : rules;
    });
  };
}

/** The same rule, which lets through what it matches, and says so in its metric and among the sampled requests. */
function counting(rule: Rule): Rule {
  if (rule.overrideAction) return { ...rule, overrideAction: { count: {} } };
  return { ...rule, action: { count: {} } };
}

/** A rate is one of requests that cost something. */
function sparingStaticFiles(rule: Rule): Rule {
  const { rateBasedStatement } = rule.statement as aws.types.input.wafv2.WebAclRuleStatement;
  if (!rateBasedStatement) return rule;
  const statements = staticFiles.map((searchString) => ({
    byteMatchStatement: {
      searchString,
      positionalConstraint: 'STARTS_WITH',
      fieldToMatch: { uriPath: {} },
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  }));
  const scopeDownStatement = { notStatement: { statements: [{ orStatement: { statements } }] } };
  return { ...rule, statement: { rateBasedStatement: { ...rateBasedStatement, scopeDownStatement } } } as Rule;
}

function ipReputation(priority: number): Rule {
  return {
    name: 'KnownBadAddresses',
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesAmazonIpReputationList' } },
    visibilityConfig: visibleAs('KnownBadAddresses'),
  };
}

function sizeRule({ name, field, most }: (typeof sizes)[number], priority: number): Rule {
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
