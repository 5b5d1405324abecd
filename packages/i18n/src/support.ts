/** Supporting and following. */

export const vi = {
  title: 'Ủng hộ và theo dõi',
  support: 'Ủng hộ',
  supported: 'Đã ủng hộ',
  withdraw: 'Rút lại ủng hộ',
  people: (count: number): string => (count === 0 ? 'Chưa có ai ủng hộ' : 'người ủng hộ'),
  first: 'Hãy là người đầu tiên ủng hộ.',
  ended: 'Không còn nhận ủng hộ.',
  endedShort: 'Không còn nhận ủng hộ',
  oneEach: 'Mỗi người một lượt, có thể rút lại khi còn mở.',
  follow: 'Theo dõi',
  following: 'Đang theo dõi',
  unfollow: 'Bỏ theo dõi',
  thanks: (count: string) => `Cảm ơn bạn đã ủng hộ. Hiện có ${count} lượt ủng hộ.`,
  withdrawn: (count: string) => `Đã rút lại. Hiện có ${count} lượt ủng hộ.`,
  nowFollowing: 'Bạn đang theo dõi. Mọi thay đổi được ghi ở dòng thời gian.',
  nowNotFollowing: 'Đã bỏ theo dõi.',
  signIn: 'Đăng nhập để ủng hộ',
  signInToFollow: 'Đăng nhập để theo dõi',
  signInIntro: {
    support: 'Đăng nhập xong, lượt ủng hộ được ghi ngay.',
    follow: 'Đăng nhập xong, bạn theo dõi được ngay.',
  },
  cancel: 'Để sau',
};

export const en: typeof vi = {
  title: 'Support and follow',
  support: 'Support',
  supported: 'Supported',
  withdraw: 'Withdraw support',
  people: (count) =>
    count === 0 ? 'Nobody supports it yet' : count === 1 ? 'person supports it' : 'people support it',
  first: 'Be the first to support it.',
  ended: 'The time for support has ended.',
  endedShort: 'Support has ended',
  oneEach: 'One each; you can withdraw it while it is open.',
  follow: 'Follow',
  following: 'Following',
  unfollow: 'Stop following',
  thanks: (count) => `Thank you for your support. It now stands at ${count}.`,
  withdrawn: (count) => `Withdrawn. Support now stands at ${count}.`,
  nowFollowing: 'You follow this now. Every change appears in its timeline.',
  nowNotFollowing: 'You no longer follow this.',
  signIn: 'Sign in to support',
  signInToFollow: 'Sign in to follow',
  signInIntro: {
    support: 'Your support counts as soon as you are signed in.',
    follow: 'You follow it as soon as you are signed in.',
  },
  cancel: 'Not now',
};
