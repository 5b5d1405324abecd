/** The pictures of a challenge, one by one. */
import { loadPictures, pictureActions } from '$lib/form/picture-step.server';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = (event) => loadPictures(event, 'challenge');

export const actions = pictureActions('challenge');
