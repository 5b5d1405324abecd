/**
 * Lets pages that are sent whole answer in place: the one script of the reading pages. Without it their forms and links
 * work as forms and links do.
 */

import { forgetOthers } from '../form/kept-draft';
import { copyOnClick, showCopyButtons } from './copy';
import { keepOnInput, personHere, restoreDrafts } from './drafts';
import { followInPlace, sendInPlace } from './in-place';
import { rememberParts } from './parts';

rememberParts();
if (personHere()) forgetOthers(personHere());
restoreDrafts();
showCopyButtons();

document.addEventListener('input', keepOnInput);
document.addEventListener('submit', sendInPlace);
document.addEventListener('click', (event) => {
  copyOnClick(event);
  followInPlace(event);
});
