/** By what the people of the demo are known. They are numbered from 0. */
/** The identity of a person of the demo. No provider has this issuer, so nobody signs in as one. */
export const demoIdentity = (number: number) => ({ issuer: 'demo', subject: String(number) });
