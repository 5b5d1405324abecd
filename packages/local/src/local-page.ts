/** The bare frame of the pages that exist on one machine only: mailbox, sign-in with a demo identity, people of the demo. */
import type { ServerResponse } from 'node:http';

/** Makes text safe inside HTML, attributes included. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? '');
}

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}html{background:light-dark(#fff,#121212);color:light-dark(#111,#eee)}body{max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem;border-bottom:1px solid #8888}
iframe{width:100%;height:32rem;border:1px solid #8888;background:#fff}pre{white-space:pre-wrap}
label{display:block;margin:.8rem 0}input{font:inherit;padding:.4rem;width:100%;max-width:24rem;box-sizing:border-box;display:block}
button{font:inherit;padding:.5rem 1rem;min-height:2.75rem}
.people{list-style:none;padding:0}.people li{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:0 1rem;align-items:center;border-bottom:1px solid #8888;padding:.4rem 0}
.people button{width:100%}.people p{margin:.3rem 0}.error{color:light-dark(#b00020,#ff9c8d)}a{color:light-dark(#0b4fb3,#8ab4f8)}`;

/** A whole page with a title and a body that is already HTML. */
export function localPage(title: string, body: string): string {
  const name = escapeHtml(title);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${name}</title><style>${STYLE}</style></head><body><main><h1>${name}</h1>${body}</main></body></html>`;
}

/** Sends such a page, which may run no script and is kept nowhere. */
export function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    // With `no-referrer`, browsers say nothing of where a form comes from, and it would be refused.
    'referrer-policy': 'same-origin',
  });
  response.end(html);
}
