/** The e-mails the network sends. */
type Language = 'vi' | 'en';
type Message = { subject: string; text: string; html: string };
type CodeMail = { code: string; minutes: number; origin: string };

const words = {
  vi: {
    subject: (code: string) => `${code} là mã đăng nhập của bạn`,
    intro: 'Đây là mã đăng nhập Mạng lưới sáng kiến Hà Nội của bạn:',
    lifetime: (minutes: number) => `Mã dùng được một lần, trong vòng ${minutes} phút.`,
    ignore: 'Nếu bạn không yêu cầu mã này, cứ bỏ qua thư. Đừng đưa mã cho bất kỳ ai, kể cả người tự xưng là cán bộ.',
    name: 'Mạng lưới sáng kiến Hà Nội',
  },
  en: {
    subject: (code: string) => `${code} is your sign-in code`,
    intro: 'Here is your sign-in code for the Hanoi Ideas Network:',
    lifetime: (minutes: number) => `It works once, within ${minutes} minutes.`,
    ignore:
      'If you did not ask for it, just ignore this message. Never give the code to anyone, even somebody who says they are from the city.',
    name: 'Hanoi Ideas Network',
  },
} as const;

/** The message that brings a sign-in code. */
export function codeMail(language: Language, mail: CodeMail): Message {
  const { subject, intro, lifetime, ignore, name } = words[language];
  const { code, minutes, origin } = mail;
  return {
    subject: subject(code),
    text: `${intro}\n\n${code}\n\n${lifetime(minutes)}\n${ignore}\n\n${name}\n${origin}\n`,
    html: page(language, subject(code), [
      `<p>${intro}</p>`,
      `<p class="code">${escapeHtml(code)}</p>`,
      `<p>${lifetime(minutes)}</p>`,
      `<p class="quiet">${ignore}</p>`,
      `<hr><p class="quiet"><a href="${escapeHtml(origin)}">${name}</a></p>`,
    ]),
  };
}

// Mail programs drop what they don't know, so the letter reads well without any of this.
const style = `:root{color-scheme:light dark}body{margin:0;background:#f7f2e7;color:#1f2a26;font:1rem/1.6 'Be Vietnam Pro',system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:2rem 1.25rem}a{color:#0f5c4c}hr{border:0;border-top:1px solid #8886;margin:1.5rem 0}
.code{font-size:2.25rem;line-height:1.2;font-weight:600;letter-spacing:.18em;margin:1rem 0}.quiet{font-size:.9rem}
@media (prefers-color-scheme:dark){body{background:#16201d;color:#ece6d8}a{color:#8fd3bf}}`;

function page(language: Language, title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>
${body.join('\n')}
</main></body></html>
`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character]!);
}
