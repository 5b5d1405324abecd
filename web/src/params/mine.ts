/** The lists of one's own things. */
import { type MyList, myLists } from '../lib/me/my-lists';

export const match = (param: string): param is MyList => (myLists as readonly string[]).includes(param);
