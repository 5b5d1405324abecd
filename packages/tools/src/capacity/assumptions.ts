/**
 * What the model assumes: the size of the city and its network as the task gives it, and estimates, each named, where nobody
 * knows yet. Change one and run the model again.
 */
export const assumptions = {
  /** As the task gives it. */
  people: 8_500_000,
  visitorsPerMonth: 1_000_000,
  pagesPerVisitor: 20,
  itemsPerMonth: 5_000,
  years: 10,
  peakDay: { supports: 200_000, shareInPeakHour: 0.5 },

  /** Estimates. */
  shareWithAccountAfterAllYears: 0.4,
  /** Of new items; the others are solutions. */
  shareOfChallenges: 1 / 3,
  commentsPerItem: 6,
  supportsOnOtherDays: 300_000,
  followsPerMonth: 50_000,
  signInsAgainPerMonth: 100_000,
  /** In letters; each challenge and solution that is measured has so many pictures. */
  texts: { body: 2_500, comment: 300, pictures: 2, alt: 75 },

  /** Pages of people who are signed in: made for them alone, never from the CDN. */
  shareOfPagesSignedIn: 0.2,
  /** Of the other pages, those that CloudFront answers itself; it keeps pages for two seconds only. */
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

  /**
   * A burst of votes within the peak hour: how many times its mean second; pages that each voter loads, signed in; how many
   * must sign in first, by a code; how many share a network address.
   */
  burst: { timesMean: 5, pagesPerVote: 2, shareSigningIn: 0.3, peoplePerAddress: 100 },

  /** Billed time of functions at 1 GB, in milliseconds; the pages wait for the API meanwhile. */
  apiMs: 25,
  webMs: 70,
  projectionMs: 80,
  functionGb: 1,
  jobSecondsPerMonth: 40_000,
  /** Lines of a call: our own, those that Lambda writes itself (`platform.start`, `platform.report`), the API's access line. */
  logBytesPerCall: 680,
  systemLogBytesPerCall: 620,
  accessLogBytes: 260,
  /** Of the calls of a function beyond the first of each second, those that X-Ray traces too: AWS sets both. */
  traceShare: 0.05,
  /** Subjects that somebody votes, comments or edits in a day: the night's recount counts them. */
  subjectsChangedPerDay: 3_000,
  /** Subjects that the recount counts in a second. */
  recountPerSecond: 40,
  /** Pages of a list (500 rows) that a job reads in a second. */
  pagesOfRowsPerSecond: 15,
  /** Renames, and fields that solutions inherit. */
  queueMessagesPerMonth: 20_000,
  kmsRequestsPerMonth: 500_000,
};

export type Assumptions = typeof assumptions;

export const secondsPerMonth = 30 * 24 * 60 * 60;
