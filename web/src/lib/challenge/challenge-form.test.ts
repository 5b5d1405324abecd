import { expect, test } from 'vitest';
import { readChallenge } from './challenge-form.server';

test('without a script a pin can be taken off', () => {
  const values = {
    title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngã tư ngập quá bánh xe, hàng trăm hộ dân bị cô lập nhiều giờ.',
    body: 'Mỗi trận mưa lớn, nước dồn về ngã tư và không thoát kịp. Cần một cách trữ nước tạm thời.',
    programme: 'P5',
    ward: '00199',
    lng: '105.852',
    lat: '21.0305',
  };
  expect(readChallenge(values, false).input?.point).toEqual({ lng: 105.852, lat: 21.0305 });
  expect(readChallenge({ ...values, unpin: 'yes' }, false).input?.point).toBeNull();
});
