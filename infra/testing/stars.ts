/** Finds what a policy allows by a star instead of by a name. */
import type { Made } from './run-program.ts';

type Statement = {
  actions?: string[];
  resources?: string[];
  conditions?: { test: string; variable: string; values: string[] }[];
};

/** A star may end the name of one log's streams, of the folders of pictures or of snapshots, and stand nowhere else. */
const namedEnd = /^arn:[^*]+(:\*|\/(media|withheld|snapshots)\/\*)$/;

/** Actions that AWS knows no resource for: its own table of X-Ray's actions has a star there. */
const withoutResource = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

/** The stars in a role's policies, each as it is written; managed policies are all stars. */
export function starsIn({ inputs }: Made): string[] {
  const policies: { policy: string }[] = inputs.inlinePolicies ?? [];
  const statements = policies.flatMap(({ policy }) => (JSON.parse(policy) as { Statement: Statement[] }).Statement);
  return [
    ...((inputs.managedPolicyArns as string[]) ?? []),
    ...statements.flatMap(({ actions = [] }) => actions.filter((action) => action.includes('*'))),
    ...statements.flatMap((statement) =>
      (statement.resources ?? []).filter(
        (resource) =>
          resource.includes('*') &&
          !namedEnd.test(resource) &&
          !isTracing(statement.actions ?? [], resource) &&
          !isMail(statement, resource),
      ),
    ),
  ];
}

function isTracing(actions: readonly string[], resource: string): boolean {
  return resource === '*' && actions.length > 0 && actions.every((action) => withoutResource.includes(action));
}

/** Recipients are not known beforehand, the sender is. */
function isMail({ actions = [], conditions = [] }: Statement, resource: string): boolean {
  const sender = conditions.find(({ variable }) => variable === 'ses:FromAddress');
  const isOneSender = sender?.test === 'StringEquals' && sender.values.every((value) => !value.includes('*'));
  return /^arn:[^*]+:identity\/\*$/.test(resource) && isOneSender && String(actions) === 'ses:SendEmail';
}
