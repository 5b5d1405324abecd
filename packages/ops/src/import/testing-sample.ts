/**
 * A made-up export in the shape of Decide Madrid's proposals.csv, with the quirks of real ones: BOM, semicolons, CRLF,
 * quoted line ends and quotation marks, HTML from a word processor, long titles, missing summaries, dates of two kinds,
 * and a few rows nobody could take.
 */
const columns = [
  'id',
  'title',
  'description',
  'external_url',
  'cached_votes_up',
  'comments_count',
  'created_at',
  'summary',
  'video_url',
  'geozone_id',
  'retired_at',
  'retired_reason',
  'retired_explanation',
  'tags',
];

const topics = ['carril bici', 'árboles', 'colegio', 'autobús nocturno', 'mercado', 'biblioteca', 'centro de salud'];
const tags = ['Movilidad', 'Medio Ambiente', 'Educación', 'Cultura', 'Salud', 'Urbanismo,Sostenibilidad', ''];

/** Rows that are refused, for what, of every 500. */
export const flaws = { 'no text': 7, 'no date': 111, 'short title': 222 } as const;

export type Sample = { text: string; rows: number; refused: number; retired: number };

/** An export of `rows` proposals. */
export function makeSample(rows: number): Sample {
  const lines = [columns.join(';')];
  let refused = 0;
  let retired = 0;
  for (let number = 1; number <= rows; number++) {
    const flaw = Object.values(flaws).find((place) => number % 500 === place);
    if (flaw !== undefined) refused++;
    else if (number % 10 === 0) retired++;
    lines.push(proposal(number).map(quoted).join(';'));
    // Somebody's spreadsheet left a row empty.
    if (number === 50) lines.push('');
  }
  return { text: `\uFEFF${lines.join('\r\n')}\r\n`, rows, refused, retired };
}

function proposal(number: number): string[] {
  const topic = topics[number % topics.length]!;
  const place = number % 500;
  const empty = place === flaws['no text'];
  const at = new Date(Date.UTC(2015, 8, 15) + number * 3_600_000).toISOString();
  const date =
    number % 2 === 0 ? `${at.slice(0, 10)} ${at.slice(11, 13)}` : `${at.slice(0, 19).replace('T', ' ')} +0200`;
  return [
    String(20_000 + number),
    place === flaws['short title'] ? 'Bici' : titleOf(number, topic),
    empty ? '<p>Sí</p>' : bodyOf(number, topic),
    '',
    String(number % 977),
    String(number % 31),
    place === flaws['no date'] ? 'ayer' : date,
    empty || number % 3 === 0 ? '' : `Queremos más ${topic} en el barrio número ${number}, para todas las personas.`,
    '',
    '',
    number % 10 === 0 ? '2018-01-01 10' : '',
    number % 10 === 0 ? 'done' : '',
    number % 10 === 0 ? 'Ya se ha hecho' : '',
    tags[number % tags.length]!,
  ];
}

function titleOf(number: number, topic: string): string {
  const title = `Propuesta ${number}: más ${topic} para el barrio`;
  const tail = 'porque los vecinos y vecinas llevamos muchos años pidiéndolo sin que nadie nos haya hecho caso todavía';
  return number % 9 === 0 ? `${title} ${tail}` : title;
}

function bodyOf(number: number, topic: string): string {
  return [
    `<p style="margin:0"><strong>Proponemos</strong> que haya m&aacute;s ${topic}; es la idea n&ordm; ${number}.</p>`,
    '<script>alert("no")</script><style>p{color:red}</style>',
    `<p>Se puede ver <a href="https://example.org/${number}" target="_blank">el "estudio"</a> y <a href="javascript:alert(1)">esto</a>.</p>`,
    '<ul>\r\n\t<li>Primero: medir</li>\r\n\t<li>Despu&eacute;s: hacer</li>\r\n</ul>',
    '<p><img src="x" onerror="alert(1)">&nbsp;</p>',
    number % 4 === 0
      ? '<table><tr><th>A&ntilde;o</th><th>Coste</th></tr><tr><td>2016</td><td>1|2</td></tr></table>'
      : '',
  ].join('\r\n');
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
