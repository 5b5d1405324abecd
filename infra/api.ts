/** The API: every route of every contract on its function, each with its own throttle. */
import { endpoints, httpLambdas } from './plan.ts';
import type { Settings } from './settings.ts';
import { throttleOf, throttleOfUnknown } from './throttle.ts';

type LambdaName = (typeof httpLambdas)[number];

const unknown = '$default';

/** Deploys the HTTP API in front of the functions. Returns its address, which only the router and the pages may use. */
export function deployApi(settings: Settings, lambdas: Record<LambdaName, sst.aws.Function>): $util.Output<string> {
  const api = new aws.apigatewayv2.Api('Api', {
    name: `hanoi-ideas-${settings.stage}`,
    protocolType: 'HTTP',
    description: 'The API of the Hanoi Ideas Network; routes are made from the contracts.',
  });
  const targets = Object.fromEntries(httpLambdas.map((name) => [name, connect(api, name, lambdas[name])]));
  const routes = endpoints.map((endpoint) => ({
    key: `${endpoint.method} ${endpoint.path}`,
    lambda: endpoint.lambda,
    throttle: throttleOf(endpoint),
  }));
  // What no contract has is answered by a problem that says so, by the function that knows the address; HEAD comes this way too.
  const elsewhere = new Map(
    endpoints.filter(({ lambda }) => lambda !== 'api').map(({ path, lambda }) => [path, lambda]),
  );
  for (const [path, lambda] of elsewhere) routes.push({ key: `ANY ${path}`, lambda, throttle: throttleOfUnknown });
  routes.push({ key: unknown, lambda: 'api', throttle: throttleOfUnknown });
  const made = routes.map(
    ({ key, lambda }) =>
      new aws.apigatewayv2.Route(`Route${key}`, { apiId: api.id, routeKey: key, target: targets[lambda]! }),
  );
  const log = new aws.cloudwatch.LogGroup('ApiAccessLog', {
    name: `/hanoi-ideas/${settings.stage}/access`,
    retentionInDays: settings.logRetentionDays,
  });
  // Six metrics for each route, each paid; the access log has the same figures.
  const detailedMetricsEnabled = settings.hasDetails;
  new aws.apigatewayv2.Stage(
    'ApiStage',
    {
      apiId: api.id,
      name: '$default',
      autoDeploy: true,
      defaultRouteSettings: { ...throttleOfUnknown, detailedMetricsEnabled },
      routeSettings: routes.map(({ key, throttle }) => ({ routeKey: key, ...throttle, detailedMetricsEnabled })),
      accessLogSettings: { destinationArn: log.arn, format: accessLine },
    },
    { dependsOn: made },
  );
  return api.apiEndpoint;
}

/** No address, agent or query: nothing that says who it was. */
const accessLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  functionLatency: '$context.integrationLatency',
  error: '$context.integrationErrorMessage',
});

/** The version of a function that publishes none. */
const latest = '$LATEST';

function connect(api: aws.apigatewayv2.Api, name: LambdaName, lambda: sst.aws.Function): $util.Output<string> {
  const { arn, version } = lambda.nodes.function;
  // An instance that is kept ready belongs to a version. Pulumi takes undefined like a setting that is not there.
  const qualifier = version.apply((one) => (one === latest ? undefined : one) as string);
  const permission = new aws.lambda.Permission(`ApiMayCall-${name}`, {
    action: 'lambda:InvokeFunction',
    function: lambda.name,
    qualifier,
    principal: 'apigateway.amazonaws.com',
    sourceArn: $interpolate`${api.executionArn}/*`,
  });
  const integration = new aws.apigatewayv2.Integration(
    `ApiTo-${name}`,
    {
      apiId: api.id,
      integrationType: 'AWS_PROXY',
      integrationUri: version.apply((one) => (one === latest ? arn : $interpolate`${arn}:${one}`)),
      payloadFormatVersion: '2.0',
      timeoutMilliseconds: 29_000,
    },
    // A new version is called only once it may be.
    { dependsOn: [permission] },
  );
  return $interpolate`integrations/${integration.id}`;
}
