/** The way to the pages of moderators, in the header of every page of theirs. */

export const vi = {
  title: 'Kiểm duyệt',
  waiting: (count: string) => `${count} việc đang chờ`,
};

export const en: typeof vi = {
  title: 'Moderation',
  waiting: (count) => `${count} waiting`,
};
