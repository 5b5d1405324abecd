/** What stands in a text where moderators took something out. */
export const mark = '[…]';
