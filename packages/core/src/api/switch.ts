/** What operators can switch off one by one. Off means that nothing new is accepted; what exists can still be read. */
import { kindPaths } from '../subject/kinds.ts';

export const switches = [...kindPaths, 'comments', 'support', 'uploads', 'signIn'] as const;
export type Switch = (typeof switches)[number];

/** What operators can ask an electronic identity for, by the same names: what people say and support. Taking back never needs one. */
export const verifiableActs = [...kindPaths, 'comments', 'support'] as const;
export type VerifiableAct = (typeof verifiableActs)[number];
