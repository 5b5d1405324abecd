/** Who the mails come from, as SES knows the sender. */
import type { Settings } from './settings.ts';

export type Mail = {
  /** The address in the mails. */
  from: string;
  /** Every identity of the account in this region, the sender's among them. */
  anyIdentityArn: $util.Output<string>;
  configurationArns: $util.Output<string>[];
};

/** Has SES verify the sender, unless it knows the sender already: a second stage, or a domain with records elsewhere. */
export function deployMail(settings: Settings): Mail {
  const { accountId } = aws.getCallerIdentityOutput();
  const { partition } = aws.getPartitionOutput();
  const common = {
    from: settings.mailFrom,
    anyIdentityArn: $interpolate`arn:${partition}:ses:${settings.region}:${accountId}:identity/*`,
  };
  if (settings.mailIdentityExists) return { ...common, configurationArns: [] };
  const email = new sst.aws.Email('Mail', { sender: senderOf(settings) });
  return { ...common, configurationArns: [email.nodes.configurationSet.arn] };
}

/** With a domain of our own, all of it may send. */
function senderOf({ domain, mailFrom }: Settings): string {
  return domain && mailFrom.endsWith(`@${domain}`) ? domain : mailFrom;
}
