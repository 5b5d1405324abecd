/**
 * Sets the clock of a process before it loads anything else: `node --import` it, with the time in `CLOCK_STARTS_AT`. A data
 * folder is opened on the day it was kept, so that nothing in it comes to its end by our calendar.
 */
const shift = Date.parse(process.env.CLOCK_STARTS_AT!) - Date.now();

globalThis.Date = new Proxy(Date, {
  construct: (real, given, self) => Reflect.construct(real, given.length > 0 ? given : [real.now() + shift], self),
  get: (real, name) => (name === 'now' ? () => real.now() + shift : Reflect.get(real, name)),
});
