/** The language part of an address: only English has one. */
export const match = (param: string): param is 'en' => param === 'en';
