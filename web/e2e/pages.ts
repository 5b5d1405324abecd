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
  '/map',
  '/map?programme=P5&place=quan%20cau%20giay',
  '/about',
  '/accessibility',
  '/code-of-conduct',
  '/contact',
  '/privacy',
  '/terms',
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
