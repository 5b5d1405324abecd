/** Builders of programmes. */
import { type NewProgramme, newProgrammeSchema } from '../programme/schema.ts';

let made = 0;

/** A valid new programme, with names that no other one of this process has; `over` changes what the test is about. */
export function makeNewProgramme(over: Partial<NewProgramme> = {}): NewProgramme {
  const number = ++made;
  return newProgrammeSchema.parse({
    name: `Chương trình thử số ${number}`,
    nameEn: `Trial programme number ${number}`,
    short: `Thử số ${number}`,
    shortEn: `Trial ${number}`,
    reason: 'Kế hoạch mới của thành phố',
    ...over,
  });
}
