/** The one kind of HTML that search results hold: text with `mark` around what was found. */

/** `html` with every element but `mark` shown as text. The API escapes it already; what is put into a page is checked here once more. */
export function onlyMarks(html: string): string {
  return html.replace(/<(?!\/?mark>)/g, '&lt;');
}
