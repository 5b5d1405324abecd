/** An e-mail address as people type and paste it, made the address that mail is sent to. */

/** The most characters of an address (RFC 5321, 4.5.3.1.3), and of what somebody may paste around it. */
export const addressLength = 254;
export const pastedLength = 400;

// What nobody sees: joiners, direction marks, soft hyphens, byte order marks, fillers.
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
// `An <an@example.vn>`, as mail programs copy it.
const bracketed = /^[^\n\r<>]*<([^\n\r<>]*)>[\s,;.]*$/u;

/**
 * The address in `pasted`: without `mailto:`, a name before it, full-width forms, what nobody sees and the comma after it;
 * in lower case, as nobody owns two that differ only by case; a Vietnamese domain in the form that mail servers know
 * (`xn--…`). What is no address comes back as something that `emailPattern` refuses.
 */
export function cleanAddress(pasted: string): string {
  const seen = pasted.normalize('NFKC').replace(unseen, '').trim();
  const bare = (bracketed.exec(seen)?.[1] ?? seen)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .replace(/[,;.]+$/, '')
    .replace(/[ \t]*@[ \t]*/g, '@');
  const at = bare.lastIndexOf('@');
  if (at < 0) return bare;
  return `${bare.slice(0, at)}@${asciiDomain(bare.slice(at + 1))}`.toLowerCase();
}

/**
 * A domain in ASCII by the rules of browsers (UTS 46), which turn `。` into a dot as well. `URL` does it alike in Node and in
 * browsers. A domain that has none comes back as it is.
 */
function asciiDomain(domain: string): string {
  // A URL would take these for something else than a part of the host.
  if (/[\s\p{Cc}/\\?#@:[\]%]/u.test(domain) || !URL.canParse(`http://${domain}`)) return domain;
  return new URL(`http://${domain}`).hostname;
}

// That of zod, with top-level domains such as `.рф`, which are `xn--…` in ASCII.
export const emailPattern =
  /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
