/** Fits foreign texts into our limits, by rules written in docs/import.md. */
import { textLimits } from '@hanoi/core/card/schema';

const [, longestTitle] = textLimits.title;
const [shortestSummary, longestSummary] = textLimits.summary;
const [, longestBody] = textLimits.body;
const sentences = new Intl.Segmenter('vi', { granularity: 'sentence' });
const more = '…';

/** `text` in at most `longest` characters: cut after a word, with an ellipsis. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - more.length + 1);
  const space = room.lastIndexOf(' ');
  // A text without spaces is cut anywhere, but not through a character.
  const cut = space > longest / 2 ? room.slice(0, space) : room.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '');
  return cut.replace(/[\s,;:–-]+$/, '') + more;
}

/** A title that is too long is cut, and stands whole above the body. */
export function fitTitle(title: string, body: string): { title: string; body: string; cut: boolean } {
  if (title.length <= longestTitle) return { title, body, cut: false };
  const escaped = title.replace(/[\\*_`[\]<>]/g, '\\$&');
  return { title: cutAtWord(title, longestTitle), body: `**${escaped}**\n\n${body}`, cut: true };
}

/** The given summary, fitted; or the first sentences of the body where there is none worth the name. */
export function fitSummary(given: string, bodyText: () => string): { summary: string; made: boolean; cut: boolean } {
  if (given.length >= shortestSummary) {
    return { summary: cutAtWord(given, longestSummary), made: false, cut: given.length > longestSummary };
  }
  let summary = '';
  for (const { segment } of sentences.segment(bodyText().replace(/\s+/g, ' ').trim())) {
    if (summary.length >= shortestSummary * 2 || (summary && summary.length + segment.length > longestSummary)) break;
    summary += segment;
  }
  return { summary: cutAtWord(summary.trim(), longestSummary), made: true, cut: false };
}

/** A body that is too long is cut after a paragraph, else after a word; `ending` is kept below it. */
export function fitBody(body: string, ending: string): { body: string; cut: boolean } {
  const room = longestBody - (ending ? ending.length + 2 : 0);
  const tail = ending ? `\n\n${ending}` : '';
  if (body.length <= room) return { body: body + tail, cut: false };
  const kept = body.slice(0, room - 4);
  const paragraph = kept.lastIndexOf('\n\n');
  const cut = paragraph > room / 2 ? `${kept.slice(0, paragraph)}\n\n${more}` : cutAtWord(body, room);
  return { body: cut + tail, cut: true };
}
