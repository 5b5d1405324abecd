/** What people do, as requests to the API: measured by the tests of cost and by the capacity model alike. */

/** Asks the API; `target` is below `/api/v1`. */
export type Ask = (
  method: string,
  target: string,
  given?: { token?: string; body?: unknown },
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, of which an id is read
) => Promise<{ status: number; text: string; json: any }>;

/** What people write: bodies of requests. */
export type Texts = { challenge: object; solution: object; comment: object };

export type Actions = ReturnType<typeof actionsOf>;

/** The actions of people, each as the pages make it. A refused one throws: it would measure the refusal. */
export function actionsOf(ask: Ask, texts: Texts) {
  const done: Ask = async (method, target, given) => {
    const answer = await ask(method, target, given);
    if (answer.status >= 400) throw new Error(`${method} ${target}: ${answer.status} ${answer.text}`);
    return answer;
  };
  return {
    /** Raises a challenge; resolves to its id. */
    raise: async (token: string): Promise<string> =>
      (await done('POST', '/challenges', { token, body: texts.challenge })).json.id,
    support: (id: string, token: string) => done('PUT', `/challenges/${id}/support`, { token }),
    follow: (id: string, token: string) => done('PUT', `/challenges/${id}/follow`, { token }),
    comment: (id: string, token: string) => done('POST', `/challenges/${id}/comments`, { token, body: texts.comment }),
    /** Drafts a solution and submits it. */
    async answer(id: string, token: string) {
      const { json } = await done('POST', `/challenges/${id}/solutions`, { token, body: texts.solution });
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
