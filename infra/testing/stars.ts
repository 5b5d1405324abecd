/** Finds what a policy allows by a star instead of by a name. */
import type { Made } from './run-program.ts';

type Statement = { actions?: string[]; resources?: string[] };

/** A star may end the name of one log's streams or of the folder of pictures, and stand nowhere else. */
const namedEnd = /^arn:[^*]+(:\*|\/media\/\*)$/;

/** Actions that AWS knows no resource for: its own table of X-Ray's actions has a star there. */
const withoutResource = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

/** The stars in a role's policies, each as it is written; managed policies are all stars. */
export function starsIn({ inputs }: Made): string[] {
  const policies: { policy: string }[] = inputs.inlinePolicies ?? [];
  const statements = policies.flatMap(({ policy }) => (JSON.parse(policy) as { Statement: Statement[] }).Statement);
  return [
    ...((inputs.managedPolicyArns as string[]) ?? []),
    ...statements.flatMap(({ actions = [] }) => actions.filter((action) => action.includes('*'))),
    ...statements.flatMap(({ actions = [], resources = [] }) =>
      resources.filter(
        (resource) => resource.includes('*') && !namedEnd.test(resource) && !isTracing(actions, resource),
      ),
    ),
  ];
}

function isTracing(actions: readonly string[], resource: string): boolean {
  return resource === '*' && actions.length > 0 && actions.every((action) => withoutResource.includes(action));
}
