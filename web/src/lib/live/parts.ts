/** The parts of a page, marked `data-part`: those that differ in another version of the page are put in place of the old. */

/** Each part as the server sent it: what scripts did to it since is no difference. */
let sent = new Map<string, string>();

/** Takes the page as it is for what the server sent. Before anything else touches it. */
export function rememberParts(): void {
  sent = new Map([...partsOf(document)].map(([name, part]) => [name, htmlOf(part)]));
}

/**
 * Shows `next`, the page as the server has just made it. Gives the parts that came in; undefined when it has none, and
 * is another kind of page. The part of a form that has been `done` comes in anyhow: it may be sent again, with a new nonce.
 */
export function swapParts(next: Document, done?: Element): Element[] | undefined {
  const [here, there] = [partsOf(document), partsOf(next)];
  if (!next.querySelector('[data-part]')) return undefined;
  document.title = next.title;
  if ([...here.keys()].join() !== [...there.keys()].join()) return swapMain(next);
  const fresh: Element[] = [];
  for (const [name, part] of there) {
    const html = htmlOf(part);
    if (html === sent.get(name) && !(done && here.get(name)?.contains(done))) continue;
    sent.set(name, html);
    const copy = document.importNode(part, true);
    here.get(name)?.replaceWith(copy);
    fresh.push(copy);
  }
  return fresh;
}

/** Parts have come or gone, as when a draft is opened. */
function swapMain(next: Document): Element[] {
  const main = document.querySelector('main');
  main?.replaceChildren(...document.importNode(next.querySelector('main') ?? next.body, true).childNodes);
  rememberParts();
  return main ? [main] : [];
}

/** The part but for the nonces of its forms: those are new in every page. */
function htmlOf(part: Element): string {
  return part.outerHTML.replace(/(<input type="hidden" name="key" value=")[^"]*/g, '$1');
}

function partsOf(page: Document): Map<string, Element> {
  const parts = page.querySelectorAll<HTMLElement>('.site-header, [data-part]');
  return new Map([...parts].map((part) => [part.dataset.part ?? 'header', part]));
}
