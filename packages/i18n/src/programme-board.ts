/** The board of the nine programmes. */

export const vi = {
  challenges: (count: number, shown: string) => (count === 0 ? 'Chưa có thách thức' : `${shown} thách thức`),
  restricted: 'Chỉ cơ quan được đăng thách thức',
};

export const en: typeof vi = {
  challenges: (count, shown) => (count === 0 ? 'None yet' : `${shown} ${count === 1 ? 'challenge' : 'challenges'}`),
  restricted: 'Only agencies post here',
};
