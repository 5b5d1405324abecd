/** What is said where a form could not be sent at all. Small, as the reading pages' one script carries it. */

export const connection = {
  vi: {
    title: 'Mất kết nối',
    detail: 'Chưa gửi được, nhưng những gì bạn viết vẫn còn nguyên ở đây. Khi có mạng trở lại, hãy gửi lần nữa.',
  },
  en: {
    title: 'Connection lost',
    detail: 'Nothing was sent, but everything you wrote is still here. Send it again once you are online.',
  },
};
