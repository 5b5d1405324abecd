/** What people do, as requests to the API: measured by the tests of cost and by the capacity model alike. */

/** Sends a request to the API; `target` is below `/api/v1`. */
export type Ask = (
  method: string,
  target: string,
  given?: { token?: string; body?: unknown; raw?: Buffer; headers?: Record<string, string> },
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, of which an id is read
) => Promise<{ status: number; text: string; json: any }>;

/** What people write: bodies of requests, and what each of their pictures shows. */
export type Texts = {
  challenge: () => object;
  solution: () => object;
  comment: () => object;
  alts: readonly string[];
};

/** Pictures as a request names them. */
export type Pictures = { id: string; alt: string }[];

/** A grey dot: the table keeps of a picture only whose it is and its size. */
const dot = Buffer.from('R0lGODlhAQABAIAAAICAgAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

export type Actions = ReturnType<typeof actionsOf>;

/** The actions of people, each as the pages do it. @throws Error for a refused one: it would measure the refusal. */
export function actionsOf(ask: Ask, texts: Texts) {
  const done: Ask = async (method, target, given) => {
    const answer = await ask(method, target, given);
    if (answer.status >= 400) throw new Error(`${method} ${target}: ${answer.status} ${answer.text}`);
    return answer;
  };
  return {
    /** Uploads pictures, which may stand on any number of one's texts; resolves to what goes with those. */
    async upload(token: string): Promise<Pictures> {
      const pictures: Pictures = [];
      for (const alt of texts.alts) {
        const given = { token, raw: dot, headers: { 'content-type': 'image/gif' } };
        pictures.push({ id: (await done('POST', '/uploads', given)).json.id, alt });
      }
      return pictures;
    },
    /** Raises a challenge with pictures; resolves to its id. */
    raise: async (token: string, images: Pictures): Promise<string> =>
      (await done('POST', '/challenges', { token, body: { ...texts.challenge(), images } })).json.id,
    support: (id: string, token: string) => done('PUT', `/challenges/${id}/support`, { token }),
    follow: (id: string, token: string) => done('PUT', `/challenges/${id}/follow`, { token }),
    comment: (id: string, token: string) =>
      done('POST', `/challenges/${id}/comments`, { token, body: texts.comment() }),
    /** Drafts a solution with pictures and submits it. */
    async answer(id: string, token: string, images: Pictures) {
      const body = { ...texts.solution(), images };
      const { json } = await done('POST', `/challenges/${id}/solutions`, { token, body });
      return done('POST', `/solutions/${json.id}/submit`, { token });
    },
    readList: () => done('GET', '/challenges?sort=top&limit=20'),
    readHome: () =>
      Promise.all([
        done('GET', '/figures'),
        done('GET', '/challenges?sort=trending&limit=4'),
        done('GET', '/challenges?sort=closing&limit=5'),
        done('GET', '/solutions?sort=new&limit=5'),
      ]),
    /** Reads what everybody sees of a challenge's page, as nobody: also for those signed in, unless it is kept. */
    readChallenge: (id: string) =>
      Promise.all([
        done('GET', `/challenges/${id}`),
        done('GET', `/challenges/${id}/solutions?sort=top&limit=6`),
        done('GET', `/challenges/${id}/comments?limit=15`),
        done('GET', `/challenges/${id}/timeline?limit=8`),
      ]),
    /** One's own vote and follow: what that page reads beside it for somebody signed in. */
    readViewer: (id: string, token: string) => done('GET', `/challenges/${id}/viewer`, { token }),
    /** Who asks: what every page of somebody signed in reads beside its own. */
    readMe: (token: string) => done('GET', '/me', { token }),
  };
}
