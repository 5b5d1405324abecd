/** The mailbox behind an e-mail address: one mailbox is one account, and one vote, in whatever way its address is spelled. */
import { type MailProvider, mailProviders } from './mail-providers.ts';

/**
 * The one spelling that stands for a mailbox, of an address as `emailSchema` gives it. Mail is sent to the address as it was
 * typed, never to this one.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [name, domain] = [email.slice(0, at), email.slice(at + 1)];
  for (const provider of mailProviders) {
    const owner = ownerAt(provider, domain);
    if (provider.domains.includes(domain)) return spelledOnce(provider, name) ?? email;
    if (owner) return spelledOnce(provider, owner) ?? email;
  }
  return email;
}

/** The name before the provider's domain: `an` of `tag@an.fastmail.com`. */
function ownerAt({ domains, subdomains }: MailProvider, domain: string): string | undefined {
  if (!subdomains || !domain.endsWith(`.${domains[0]}`)) return undefined;
  return domain.slice(0, -domains[0].length - 1);
}

/** Undefined for a name that is nothing but what makes no difference: it is none of the provider's. */
function spelledOnce({ domains, plusTags, ignored = '' }: MailProvider, name: string): string | undefined {
  const untagged = plusTags ? name.split('+')[0]! : name;
  const plain = [...untagged].filter((character) => !ignored.includes(character)).join('');
  return plain ? `${plain}@${domains[0]}` : undefined;
}
