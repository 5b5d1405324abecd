/** The firewall before everything: rate, size, known bad. It finds first, and then refuses: people by a page, programs by a problem. */
import { visited } from '@hanoi/core/api/asked';
import { errorCatalogue } from '@hanoi/core/shared/errors';
import { type EdgeCode, edgePage, edgeProblem } from './failures.ts';
import type { Settings } from './settings.ts';

const sizes = [
  { field: { uriPath: {} }, most: 2_048 },
  { field: { queryString: {} }, most: 4_096 },
  { field: { singleHeader: { name: 'cookie' } }, most: 8_192 },
  // Seven digits: from ten million bytes on. A function takes six.
  { field: { singleHeader: { name: 'content-length' } }, most: 7 },
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
type Statement = aws.types.input.wafv2.WebAclRuleStatement;

const textTransformations = [{ priority: 0, type: 'NONE' }];

/** The label of those who ask too often; only rules of this firewall see it. */
const tooOften = 'too-often';

/**
 * What AWS's rule groups call those they would block. Groups can't be told what to answer, so they only label. Of the groups, one list
 * labels addresses that it does not block (`AWSManagedIPDDoSList`), so of that group the others are named.
 */
const knownBad = [
  labelled('awswaf:managed:aws:known-bad-inputs:', 'NAMESPACE'),
  labelled('awswaf:managed:aws:amazon-ip-list:AWSManagedIPReputationList'),
  labelled('awswaf:managed:aws:amazon-ip-list:AWSManagedReconnaissanceList'),
];

/** Adds to the firewall what the router knows no setting for; in the mode `count` it refuses nothing. */
export function tightenFirewall(mode: Settings['firewall']) {
  return (args: aws.wafv2.WebAclArgs): undefined => {
    args.customResponseBodies = refusals.flatMap(bodiesOf);
    args.rules = $output(args.rules).apply((given) => {
      const finding = [...(given ?? []).map(sparingStaticFiles), ipReputation].map(counting);
      const refusing = refusals.flatMap(rulesOf);
      const rules = [...finding, ...(mode === 'count' ? refusing.map(counting) : refusing)];
      return rules.map((rule, priority) => ({ ...rule, priority }));
    });
  };
}

type Refusal = { name: string; code: EdgeCode; status: number; statement: Statement };

const refusals: readonly Refusal[] = [
  {
    name: 'TooOften',
    code: 'too_many_requests',
    status: errorCatalogue.too_many_requests,
    statement: labelled(tooOften),
  },
  {
    name: 'Refused',
    code: 'request_refused',
    status: errorCatalogue.request_refused,
    statement: { orStatement: { statements: [...knownBad, ...sizes.map(tooLong)] } },
  },
];

/** Two rules: programs of the API are refused by the first, all others by the second. */
function rulesOf({ name, code, status, statement }: Refusal): Rule[] {
  const rule = (ruleName: string, bodyKey: string, refused: Statement, headers: Record<string, string>): Rule => ({
    name: ruleName,
    priority: 0,
    action: {
      block: {
        customResponse: {
          responseCode: status,
          customResponseBodyKey: bodyKey,
          responseHeaders: Object.entries({ 'cache-control': 'no-store', ...headers }).map(([name, value]) => ({
            name,
            value,
          })),
        },
      },
    },
    statement: refused,
    visibilityConfig: visibleAs(ruleName),
  });
  const isProgram = [pathBegins('/api/'), { notStatement: { statements: [pathBegins(visited)] } }];
  const ofProgram = { andStatement: { statements: [statement, ...isProgram] } };
  return [
    rule(`${name}Program`, `${code}-problem`, ofProgram, { 'content-language': 'en' }),
    rule(name, `${code}-page`, statement, { 'x-content-type-options': 'nosniff' }),
  ];
}

function bodiesOf({ code }: Refusal): aws.types.input.wafv2.WebAclCustomResponseBody[] {
  return [
    { key: `${code}-problem`, contentType: 'APPLICATION_JSON', content: edgeProblem(code) },
    { key: `${code}-page`, contentType: 'TEXT_HTML', content: edgePage(code) },
  ];
}

/** The same rule, which lets through what it matches, and says so in its metric, by its labels and among the sampled requests. */
function counting(rule: Rule): Rule {
  if (rule.overrideAction) return { ...rule, overrideAction: { count: {} } };
  return { ...rule, action: { count: {} } };
}

/** A rate is one of requests that cost something. */
function sparingStaticFiles(rule: Rule): Rule {
  const { rateBasedStatement } = rule.statement as Statement;
  if (!rateBasedStatement) return rule;
  const statements = staticFiles.map(pathBegins);
  const scopeDownStatement = { notStatement: { statements: [{ orStatement: { statements } }] } };
  const statement = { rateBasedStatement: { ...rateBasedStatement, scopeDownStatement } };
  return { ...rule, statement, ruleLabels: [{ name: tooOften }] } as Rule;
}

const ipReputation: Rule = {
  name: 'KnownBadAddresses',
  priority: 0,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesAmazonIpReputationList' } },
  visibilityConfig: visibleAs('KnownBadAddresses'),
};

function labelled(key: string, scope: 'LABEL' | 'NAMESPACE' = 'LABEL'): Statement {
  return { labelMatchStatement: { scope, key } };
}

function tooLong({ field, most }: (typeof sizes)[number]): Statement {
  return {
    sizeConstraintStatement: { fieldToMatch: field, comparisonOperator: 'GT', size: most, textTransformations },
  };
}

function pathBegins(searchString: string): Statement {
  return {
    byteMatchStatement: {
      searchString,
      positionalConstraint: 'STARTS_WITH',
      fieldToMatch: { uriPath: {} },
      textTransformations,
    },
  };
}

function visibleAs(metricName: string) {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
