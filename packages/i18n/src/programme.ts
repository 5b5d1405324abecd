/** What is said of any programme; its names are data. */

export const vi = {
  ended: 'đã kết thúc',
  /** The name of one that was retired. */
  named: (name: string) => `${name} (đã kết thúc)`,
  restricted: 'Chỉ cơ quan được đăng thách thức',
  challenges: (count: number, shown: string) => (count === 0 ? 'Chưa có thách thức' : `${shown} thách thức`),
};

export const en: typeof vi = {
  ended: 'ended',
  named: (name) => `${name} (ended)`,
  restricted: 'Only agencies post here',
  challenges: (count, shown) => (count === 0 ? 'None yet' : `${shown} ${count === 1 ? 'challenge' : 'challenges'}`),
};
