/** The addresses of the site's pages, for what holds of every page. */

/** Pages that everybody sees; a subject's id comes in place of the name of its kind. */
export const publicPages = [
  '/',
  '/challenges',
  '/challenges?programme=P5&sort=top',
  '/challenges?ward=00004&status=closed',
  '/challenges?ward=00004&ward=00070&place=quan%20cau%20giay',
  '/challenges/CHALLENGE',
  '/challenges/new',
  '/search',
  '/search?q=ngap%20duong',
  '/search?q=ngap%20duong&kind=comment',
  '/search?q=qwrtzp&ward=00004&status=closed',
  '/challenges/CHALLENGE/solutions/new',
  '/solutions/SOLUTION',
  '/organisations/ORGANISATION',
  '/map',
  '/map?programme=P5&place=quan%20cau%20giay',
  '/about',
  '/accessibility',
  '/code-of-conduct',
  '/contact',
  '/transparency',
  '/privacy',
  '/terms',
  '/verification',
  '/report/CHALLENGE',
  '/sign-in',
  '/no-such-page',
];

/** Pages of one's own. */
export const ownPages = [
  '/me',
  '/me?ended',
  '/me/challenges',
  '/me/follows',
  '/me/merges',
  '/me/reports',
  '/me/decisions',
];

/** Pages of administrators. They have no scripts of their own. */
export const administratorsPages = [
  '/admin',
  '/admin/audit',
  '/admin/dead-letters',
  '/admin/flags',
  '/admin/figures',
  '/admin/jobs',
  '/admin/organisations',
  '/admin/programmes',
  '/admin/rules',
  '/admin/rules/0',
  '/admin/tags',
  '/moderation/orders',
];

/**
 * Pages made of the same parts as another one: axe measures their contrasts there, which is most of its time, and looks for all
 * else on every page.
 */
export const alike: Readonly<Record<string, string>> = {
  '/challenges?programme=P5&sort=top': '/challenges',
  '/challenges?ward=00004&ward=00070&place=quan%20cau%20giay': '/challenges?ward=00004&status=closed',
  '/search': '/search?q=ngap%20duong',
  '/search?q=ngap%20duong&kind=comment': '/search?q=ngap%20duong',
  '/challenges/CHALLENGE/solutions/new': '/challenges/new',
  '/map?programme=P5&place=quan%20cau%20giay': '/map',
  '/accessibility': '/about',
  '/code-of-conduct': '/about',
  '/contact': '/about',
  '/privacy': '/about',
  '/terms': '/about',
  '/me?ended': '/me',
  '/me/follows': '/me/challenges',
  '/moderation?kind=order': '/moderation',
};
