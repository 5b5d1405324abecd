/** Builders of what people write. */
import { newChallengeSchema } from '@hanoi/core/challenge/schema';
import { newSolutionSchema } from '@hanoi/core/solution/schema';

/** A valid new challenge; `over` changes what the test is about. */
export function makeNewChallenge(over: Partial<Parameters<typeof newChallengeSchema.parse>[0] & object> = {}) {
  return newChallengeSchema.parse({
    title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngã tư ngập quá bánh xe, hàng trăm hộ dân bị cô lập nhiều giờ.',
    body: 'Mỗi trận mưa lớn, nước dồn về ngã tư và không thoát kịp. Cần một cách trữ nước tạm thời.',
    programme: 'P5',
    tags: ['ngập lụt', 'thoát nước'],
    ward: '00331',
    ...over,
  });
}

/** A valid new solution. */
export function makeNewSolution(over: Partial<Parameters<typeof newSolutionSchema.parse>[0] & object> = {}) {
  return newSolutionSchema.parse({
    title: 'Bể trữ nước mưa dưới sân trường',
    summary: 'Xây bể ngầm dưới ba sân trường để giữ nước trong hai giờ đầu của trận mưa.',
    body: 'Ba sân trường quanh ngã tư đủ chỗ cho bể 600 m³. Nước được bơm ra sông sau khi mưa tạnh.',
    ...over,
  });
}
