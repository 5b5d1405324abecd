/**
 * What the model takes for granted: the size of the city and its network as it was asked for, and guesses, each named, where
 * nobody knows yet. Change one and run the model again.
 */
export const assumptions = {
  /** As asked for. */
  people: 8_500_000,
  visitorsPerMonth: 1_000_000,
  pagesPerVisitor: 20,
  itemsPerMonth: 5_000,
  years: 10,
  peakDay: { supports: 200_000, shareInPeakHour: 0.5 },

  /** Guesses. */
  shareWithAccountAfterAllYears: 0.4,
  /** Of new items; the others are solutions. */
  shareOfChallenges: 1 / 3,
  commentsPerItem: 6,
  supportsOnOtherDays: 300_000,
  followsPerMonth: 50_000,
  signInsAgainPerMonth: 100_000,
  /** In letters; each challenge and solution that is measured has so many pictures. */
  texts: { body: 2_500, comment: 300, pictures: 2, alt: 75 },

  /** Pages by people signed in: made for them alone, never from a cache. */
  shareOfPagesSignedIn: 0.2,
  /** Of the other pages, those CloudFront answers by itself; pages are kept for two seconds only. */
  cdnHitShare: 0.3,
  pageMix: { home: 0.2, list: 0.3, challenge: 0.5 },
  /** Sizes on the wire, compressed, in KB; the first visit's as docs/performance.md bounds them. */
  firstVisitKb: 145,
  firstVisitRequests: 12,
  pageKb: 20,
  picturesPerPage: 0.5,
  pictureKb: 60,
  picturesPerItem: 0.3,
  /** What is kept of a picture, all its sizes. */
  storedPictureKb: 400,

  /** Within the peak hour the busiest seconds are so many times its mean. */
  burst: 5,
  /** Pages each of the crowd loads, all of them signed in; how many of the crowd must sign in first, by a code. */
  crowd: { pagesPerVote: 2, shareSigningIn: 0.3, peoplePerAddress: 100 },

  /** Billed time of functions at 1 GB, in milliseconds; the pages wait for the API meanwhile. */
  apiMs: 25,
  webMs: 70,
  projectionMs: 80,
  functionGb: 1,
  jobSecondsPerMonth: 40_000,
  /** Lines of Lambda and of our own, and the access line of the API. */
  logBytesPerCall: 1_300,
  accessLogBytes: 260,
  /** Of the calls of a function beyond the first of each second, those X-Ray marks too: AWS sets both. */
  traceShare: 0.05,
  /** How long DynamoDB holds an item in a transaction, in milliseconds: published by nobody. */
  transactionMs: 10,
  /** Subjects the recount scans in a second. */
  recountPerSecond: 40,
  /** Pages of a list (500 rows) the figures job reads in a second. */
  figuresPagesPerSecond: 15,
  /** Own metrics of the functions, beside those AWS makes by route. */
  ownMetrics: 30,
  alarms: 15,
  kmsRequestsPerMonth: 500_000,
};

export type Assumptions = typeof assumptions;

export const secondsPerMonth = 30 * 24 * 60 * 60;
