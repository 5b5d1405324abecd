/** Bodies as pages show them: what may be wider than a phone scrolls by itself, and can be reached by keyboard. */
import type { Language } from '@hanoi/core/person/schema';

const names = { vi: 'Bảng', en: 'Table' } as const;

/** The safe HTML of a body with each table in a frame of its own. */
export function proseHtml(bodyHtml: string, language: Language): string {
  return bodyHtml
    .replaceAll('<table>', `<div class="scroll" role="group" aria-label="${names[language]}" tabindex="0"><table>`)
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">');
}
