/**
 * Mail providers that deliver many spellings of an address to one mailbox, and publish by which rules. A provider is added only
 * with the page that says so; of all others each address is a mailbox of its own.
 */

export type MailProvider = {
  /** All of them deliver to the same mailboxes; the first is the one we count by. */
  domains: readonly [string, ...string[]];
  /** What follows a plus is a tag: `an+hanoi@…` is `an@…`. */
  plusTags: boolean;
  /** Characters of the name that make no difference. */
  ignored?: string;
  /** `tag@an.example.com` is `an@example.com`. */
  subdomains?: true;
  /** Pages that say so. */
  sources: readonly string[];
};

/** As published in November 2026. */
export const mailProviders: readonly MailProvider[] = [
  {
    domains: ['gmail.com', 'googlemail.com'],
    plusTags: true,
    ignored: '.',
    sources: [
      'https://support.google.com/mail/answer/7436150',
      'https://support.google.com/mail/answer/22370',
      'https://support.google.com/mail/answer/10313',
    ],
  },
  // Each of these domains has mailboxes of its own: `an@outlook.com` and `an@hotmail.com` may be two people.
  ...(['outlook.com', 'hotmail.com', 'live.com', 'msn.com'] as const).map((domain) => ({
    domains: [domain] as const,
    plusTags: true,
    sources: [
      'https://learn.microsoft.com/exchange/recipients-in-exchange-online/plus-addressing-in-exchange-online',
      'https://www.zdnet.com/article/microsoft-adds-support-for-custom-email-addresses-in-office-365/',
    ],
  })),
  // No address of Apple's has a plus of its own.
  {
    domains: ['icloud.com', 'me.com', 'mac.com'],
    plusTags: true,
    sources: ['https://support.apple.com/118230'],
  },
  {
    domains: ['proton.me', 'protonmail.com', 'pm.me', 'protonmail.ch'],
    plusTags: true,
    sources: ['https://proton.me/support/addresses-and-aliases', 'https://proton.me/support/creating-aliases'],
  },
  ...(['fastmail.com', 'fastmail.fm'] as const).map((domain) => ({
    domains: [domain] as const,
    plusTags: true,
    subdomains: true as const,
    sources: ['https://www.fastmail.help/hc/en-us/articles/360060591053-Plus-addressing-and-subdomain-addressing'],
  })),
];
