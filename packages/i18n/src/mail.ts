/** The e-mails the network sends. */
type Language = 'vi' | 'en';
type Message = { subject: string; text: string; html: string };

const words = {
  vi: {
    subject: (code: string) => `${code} là mã đăng nhập của bạn`,
    intro: 'Mã đăng nhập Mạng lưới sáng kiến Hà Nội của bạn là:',
    lifetime: (minutes: number) => `Mã dùng được một lần, trong ${minutes} phút.`,
    ignore: 'Nếu bạn không yêu cầu mã này, hãy bỏ qua thư. Đừng đưa mã cho bất kỳ ai.',
    name: 'Mạng lưới sáng kiến Hà Nội',
  },
  en: {
    subject: (code: string) => `${code} is your sign-in code`,
    intro: 'Your sign-in code for the Hanoi Ideas Network is:',
    lifetime: (minutes: number) => `It works once, within ${minutes} minutes.`,
    ignore: 'If you did not ask for it, ignore this message. Never give the code to anyone.',
    name: 'Hanoi Ideas Network',
  },
} as const;

/** The message that brings a sign-in code. `code` and `origin` are ours, so nothing here needs escaping. */
export function codeMail(language: Language, mail: { code: string; minutes: number; origin: string }): Message {
  const { subject, intro, lifetime, ignore, name } = words[language];
  const { code, minutes, origin } = mail;
  return {
    subject: subject(code),
    text: `${intro}\n\n${code}\n\n${lifetime(minutes)}\n${ignore}\n\n${name}\n${origin}\n`,
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${subject(code)}</title></head><body style="font-family:sans-serif;line-height:1.5;max-width:36em;margin:1.5em auto;padding:0 1em"><p>${intro}</p><p style="font-size:2em;letter-spacing:.2em;font-weight:bold">${code}</p><p>${lifetime(minutes)}</p><p>${ignore}</p><hr><p><a href="${origin}">${name}</a></p></body></html>`,
  };
}
