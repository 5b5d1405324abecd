/** What operators can switch off one by one. Off means that nothing new is taken; what is there can still be read. */
export const switches = ['challenges', 'solutions', 'comments', 'support', 'uploads', 'signIn'] as const;
export type Switch = (typeof switches)[number];
